/** The digest over days, with the real page: nothing twice, nothing lost, exact counts, and an end. */
import { describe, expect, it } from 'vitest'
import { entriesOf, type Edition } from '../../../src/digest/edition.ts'
import type { EditionFacts } from '../../../src/digest/facts.ts'
import { byTopics, pageOf, readDays } from '../../support/digest.ts'
import { seedPapers } from '../../support/seed.ts'

const papers = seedPapers()
const page = pageOf(papers, byTopics(papers))

/** Saves the second of each edition, unfolds the third, refuses the fourth, and has done with what comes again. */
function live(edition: Edition, facts: EditionFacts): EditionFacts {
  const entries = entriesOf(edition)
  const [, second, third, fourth] = entries.filter(({ reason }) => reason.kind !== 'again')
  const again = entries.filter(({ reason }) => reason.kind === 'again').map(({ paper }) => paper.id)
  const save = second ? [{ id: second.paper.id, title: second.paper.title, day: edition.day }] : []
  return {
    ...facts,
    saved: [...save, ...facts.saved],
    unfolded: [...facts.unfolded, ...(third ? [third.paper.id] : [])],
    refused: [...(fourth ? [fourth.paper.id] : []), ...facts.refused],
    done: [...again, ...facts.done],
  }
}

describe('twenty days', () => {
  const editions = readDays(page, 20, live)
  const withPapers = editions.filter((edition) => edition.kind === 'papers')
  const news = withPapers.flatMap((edition) => entriesOf(edition).filter(({ reason }) => reason.kind !== 'again'))

  it('have an edition each, until every paper was shown once', () => {
    expect(new Set(news.map(({ paper }) => paper.id)).size).toBe(198)
    expect(news).toHaveLength(198)
    expect(withPapers.every((edition) => entriesOf(edition).length <= 12)).toBe(true)
  })

  it('count exactly', () => {
    let shown = 0
    for (const [at, edition] of withPapers.entries()) {
      const entries = entriesOf(edition)
      shown += entries.filter(({ reason }) => reason.kind !== 'again').length
      expect(edition).toMatchObject({ number: at + 1, shown, total: 198, since: null })
      const page = edition.sections.find(({ kind }) => kind === 'page')
      const above = entries.filter(({ reason }) => reason.kind === 'search' || reason.kind === 'because').length
      const before = shown - entries.filter(({ reason }) => reason.kind !== 'again').length
      if (page) expect(page.unseen).toBe(198 - before - above)
    }
    expect(withPapers.at(-1)?.of).toBe(withPapers.length)
  })

  it('end with the last edition, which says what was done', () => {
    const last = editions[withPapers.length]
    expect(last).toMatchObject({ kind: 'last', shown: 198, total: 198, saved: withPapers.length })
    expect(last?.kind === 'last' && last.unfolded).toBeGreaterThan(10)
  })

  it('never show ten in a row of one kind or topic', () => {
    for (const edition of withPapers.slice(0, -1)) {
      const row = entriesOf(edition).map(({ paper }) => paper)
      for (let at = 10; at <= row.length; at++) {
        const ten = row.slice(at - 10, at)
        expect(new Set(ten.map(({ kind }) => kind)).size, edition.day).toBeGreaterThan(1)
        expect(new Set(ten.map(({ topics }) => topics[0])).size, edition.day).toBeGreaterThan(1)
      }
    }
  })

  it('are the same from the same start', () => {
    expect(readDays(page, 20, live)).toEqual(editions)
  })
})
