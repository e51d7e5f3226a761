/** How papers moved in the newest trend of a source, as the corpus' state file says. */
import { describe, expect, it } from 'vitest'
import { readState } from '../../../src/corpus/verify.ts'
import { readManifest } from '../../../src/corpus/manifest.ts'
import { movementOf, newestTrend, type FileRecord, type Found } from '../../../src/compiler/trend.ts'
import { SEED } from '../../support/seed.ts'
import { contents, workshop } from '../../support/workshop.ts'

/** Lists of a day each, `name:` before the titles of another source; a list has its titles in the order of their votes. */
function movement(...lists: readonly string[]) {
  const records = lists.flatMap((list, day): FileRecord[] => {
    const [titles = '', name = 'trend'] = list.split(':').toReversed()
    const taken = `2026-11-${String(10 + day)}`
    const file = { path: `${name}-${taken}`, name, taken }
    return Array.from(titles.replace('?', ''), (title, at) => {
      const raw = { title, abstract: '', line: 1, record: at + 1, ...(!titles.endsWith('?') && { votes: 99 - at }) }
      return { raw, taken, file }
    })
  })
  const found = new Map<string, FileRecord[]>()
  for (const one of records) found.set(one.raw.title, [...(found.get(one.raw.title) ?? []), one])
  const papers: Found[] = [...found].map(([id, of]) => ({ id, records: of }))
  const moved = movementOf(papers, newestTrend(records))
  return moved && [moved.since, ...[moved.new, moved.up, moved.back].map((ids) => ids.join(''))].join(' ')
}

describe('papers of the newest trend', () => {
  it.each([
    ['are new, or better placed than in the one before', ['abcd', 'bxac'], '2026-11-10 x b '],
    ['are back after a trend without them', ['abcz', 'abc', 'zabc'], '2026-11-11   z'],
    ['do not move where they stay or fall', ['abc', 'abc'], '2026-11-10   '],
    ['move beside the list of their own source', ['abc', 'other:xyz', 'bacd'], '2026-11-10 d b '],
    ['do not move in a first trend', ['abc'], null],
    ['do not move beside a list that has little in common with it', ['abcde', 'afghi'], null],
    ['do not move where no votes are stated', ['abc?', 'bac?'], null],
    ['do not move beside a list without votes', ['abc?', 'bac'], null],
  ])('%s', (_, lists, expected) => {
    expect(movement(...lists)).toBe(expected)
  })
})

describe('the state file', () => {
  const here = workshop()
  const daily = (taken: string, ...votes: readonly number[]) => {
    const file = `hf-${taken}.json`
    const papers = votes.map((upvotes, at) => ({ id: `2611.0000${at}`, title: `Paper ${at}`, upvotes }))
    here.source(file, JSON.stringify(papers))
    return { file, name: 'A host', what: '', taken }
  }
  const state = () => {
    const files = contents(here.out)
    const read = readManifest(JSON.parse(files['manifest.json'] ?? ''))
    if (!read.ok) throw new Error('no manifest')
    const text = files[read.value.state.file] ?? ''
    return { text, read: readState(read.value, new Map([[read.value.state.file, new TextEncoder().encode(text)]])) }
  }

  it('says so by ids, and the loader reads it', async () => {
    here.source('sources.json', JSON.stringify([daily('2026-11-20', 3, 2), daily('2026-11-21', 2, 3, 1)]))
    const done = await here.compile(here.home)
    const ids = new Map(done.ok ? done.value.papers.map(({ title, id }) => [title, id]) : [])
    const { read } = state()
    expect(read.ok && read.value.movement).toEqual({
      since: '2026-11-20',
      new: [ids.get('Paper 2')],
      up: [ids.get('Paper 1')],
      back: [],
    })
  })

  it('says nothing more than before where no source states a trend', async () => {
    await here.compile(SEED)
    expect(state().text).toBe('{"format":1}')
    expect(state().read).toMatchObject({ ok: true, value: { movement: null } })
  })
})
