/** Did you mean: offered where few papers have a word and many one much like it, and not otherwise. */
import { describe, expect, it } from 'vitest'
import { createAnswerer } from '../../../src/search/answer.ts'
import { NO_FILTERS } from '../../../src/query/filters.ts'
import { suggestNames } from '../../../src/search/name-suggestions.ts'
import { paper } from '../../support/papers.ts'

const many = (title: string, count: number) =>
  Array.from({ length: count }, (_, n) => paper({ id: `${title} ${String(n)}`, title: `${title} ${String(n)}` }))
const PAPERS = [
  ...many('Model', 30),
  ...many('Lower', 30),
  ...many('Caption', 30),
  ...many('Scene', 9),
  ...many('Speculo', 30),
  ...['modle', 'flower', 'captions', 'mode', 'specul', 'scenic', 'lowered'].map((abstract) =>
    paper({ title: 'Untitled', id: abstract, abstract }),
  ),
  paper({ title: 'Modeel: a name' }),
].map((one, rank) => ({ ...one, rank }))
const answer = createAnswerer(PAPERS, [])
const ask = (text: string) => answer({ text, filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 1 })

describe('did you mean', () => {
  it.each<[text: string, read: string | null]>([
    ['modle', 'model'],
    ['a modle of', 'model'],
    ['specul ', 'speculo'],
    ['specul', null], // may become it with the next key
    ['mode ', null], // too short to tell
    ['flower', null], // nobody errs in the first letter
    ['captions', null], // another form, which is searched anyway
    ['modeel', null], // authors look at their titles
    ['scenic', null], // nine papers are not many
    ['model', null],
    ['modal', null], // no paper has it: it is read as model, with a sentence
    ['"modle"', null], // exactly as typed
    ['', null],
  ])('%j: %s', (text, read) => {
    expect(ask(text).meant?.read ?? null).toBe(read)
  })
  it('says what it would stand for', () => {
    expect(ask('Modle').meant).toEqual({ typed: 'modle', read: 'model' })
  })
})

describe('names for what is typed', () => {
  const named = ['FlowRL', 'Flow-GRPO', 'FlowRL', null, 'MGM-Omni', 'Reflow'].map((system, n) =>
    paper({ title: `Paper ${String(n)}`, system }),
  )
  it.each<[text: string, names: readonly string[]]>([
    ['flow', ['FlowRL', 'Flow-GRPO']],
    ['better grpo', ['Flow-GRPO']],
    ['mgm om', ['MGM-Omni']],
    ['f', []],
    ['flow ', []],
    ['kind:flow', []],
  ])('%j: %j', (text, names) => {
    expect(suggestNames(named, text)).toEqual(names)
  })
})
