/** Whatever is typed: an answer, the same text when it is written down and read again, never an exception. */
import { describe, expect, it } from 'vitest'
import { browseAddress, parseRoute } from '../../../src/app/routes.ts'
import { canonicalText } from '../../../src/query/canonical.ts'
import { complete } from '../../../src/query/complete.ts'
import { NO_FILTERS } from '../../../src/query/filters.ts'
import { TOO_LONG } from '../../../src/query/longest.ts'
import { parse } from '../../../src/query/parse.ts'
import { exactly } from '../../../src/query/respell.ts'
import { createAnswerer } from '../../../src/search/answer.ts'
import { suggestNames } from '../../../src/search/name-suggestions.ts'
import { HOSTILE, jumbled } from '../../support/hostile-texts.ts'
import { seedPapers } from '../../support/papers.ts'
import { STATING } from '../../support/vocabulary.ts'

const PAPERS = seedPapers()
const answer = createAnswerer(PAPERS, STATING.topics)

/** Every way that a text goes; all that has to hold of each. */
function checkWays(text: string): void {
  const query = parse(text, STATING)
  expect(query.text.length).toBeLessThanOrEqual(1001)
  for (const { span, sentence } of query.problems) {
    expect(sentence).toMatch(/[.]$/)
    expect(span.start <= span.end && span.end <= text.length).toBe(true)
  }
  const canonical = canonicalText(query)
  // Signs that unfold may make it longer than what is searched.
  if (canonical.length <= 1000) expect(canonicalText(parse(canonical, STATING)) === canonical).toBe(true)
  const given = answer({ text, filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 20 })
  expect(given.total).toBeGreaterThanOrEqual(0)
  expect(given.total).toBeLessThanOrEqual(PAPERS.length)
  expect(given.cards.length).toBe(Math.min(given.total, 20))
  for (const { paper, titleMarks } of given.cards)
    for (const { start, end } of titleMarks) expect(start < end && end <= paper.title.length).toBe(true)
  for (const { insert, span } of complete(query.text, query.text.length, STATING, ['FlowRL']))
    parse(query.text.slice(0, span.start) + insert, STATING)
  parse(exactly(query, ['flow', 'a']), STATING)
  suggestNames(PAPERS, text)
  const route = parseRoute(browseAddress({ text: query.text }))
  expect(parseRoute(browseAddress(route.kind === 'browse' ? route.choices : {}))).toEqual(route)
}

describe('a hostile query', () => {
  it.each(HOSTILE)('%s', (_, text) => {
    checkWays(text)
  })
  it('of 100,000 characters says what of it is searched', () => {
    const long = HOSTILE.filter(([, text]) => text.trim().length >= 100_000)
    expect(long.length).toBeGreaterThan(20)
    for (const [name, text] of long)
      expect([name, parse(text, STATING).problems.at(-1)?.sentence]).toEqual([name, TOO_LONG])
  })
  it('made of operators, words and signs in no order', () => {
    for (const text of jumbled(1500, 6)) checkWays(text)
  })
})

describe('the first 1,000 characters', () => {
  const said = (text: string) => parse(text, STATING).problems.map(({ sentence }) => sentence)
  it('are all that is searched', () => {
    const text = `${'flow '.repeat(200)}kind:survey`
    const ask = (one: string) =>
      answer({ text: one, filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 0 }).total
    expect([said(text), ask(text)]).toEqual([[TOO_LONG], ask('flow ')])
  })
  it('may have space behind them, and end in a whole character', () => {
    expect(said(`${'a'.repeat(1000)}   `)).toEqual([])
    expect(parse(`${'a'.repeat(999)}😀`, STATING).text).toBe('a'.repeat(999))
  })
})
