/** Today's edition by other rules: what stays, what is chosen anew, and what the counts say then. */
import { describe, expect, it } from 'vitest'
import { composeEdition } from '../../../src/digest/compose.ts'
import { entriesOf, type PaperEdition } from '../../../src/digest/edition.ts'
import { factsOfNewReader } from '../../../src/digest/facts.ts'
import { factsForRest, idsOf, joinEditions } from '../../../src/digest/retune.ts'
import { DEFAULT_RULES, withTopic, type Rules } from '../../../src/digest/rules.ts'
import { pageOf } from '../../support/digest.ts'
import { seedPapers } from '../../support/seed.ts'

const page = pageOf(seedPapers())
const facts = factsOfNewReader('2026-11-22')
const compose = (of = facts): PaperEdition => {
  const edition = composeEdition(page, of)
  if (edition.kind === 'last') throw new Error('there are papers')
  return edition
}
const before = compose()
const ids = (edition: PaperEdition) => entriesOf(edition).map(({ paper }) => paper.id)

function retune(rules: Rules, first: number): PaperEdition {
  const stay = idsOf(before, (_, at) => at < first)
  const rest = factsForRest(facts, rules, stay)
  return rest ? joinEditions(before, compose(rest), stay) : before
}

describe('an edition by other rules', () => {
  it('is that of the rules, where nothing stays', () => {
    expect(retune({ ...DEFAULT_RULES, size: 20 }, 0)).toEqual(
      compose({ ...facts, rules: { ...DEFAULT_RULES, size: 20 } }),
    )
  })
  it('begins with what stays, and has the rest of the topics that were chosen', () => {
    const after = retune(withTopic(DEFAULT_RULES, 'mixture-of-experts', 'more'), 3)
    expect(ids(after).slice(0, 3)).toEqual(ids(before).slice(0, 3))
    const chosen = (edition: PaperEdition) =>
      entriesOf(edition).filter(({ paper }) => paper.topics.includes('mixture-of-experts')).length
    expect(chosen(after)).toBeGreaterThan(chosen(before))
    expect([ids(after).length, new Set(ids(after)).size]).toEqual([12, 12])
  })
  it.each([5, 8, 12, 30])('has %i papers, and says of how many, in all its counts', (size) => {
    const after = retune({ ...DEFAULT_RULES, size }, 3)
    expect([ids(after).length, after.shown, after.sections[0]?.unseen]).toEqual([size, size, page.papers.length])
    expect(after.of).toBe(Math.ceil(page.papers.length / size))
  })
  it('stays as it is where what stays fills it', () => {
    expect(retune({ ...DEFAULT_RULES, size: 5 }, 5)).toBe(before)
  })
})
