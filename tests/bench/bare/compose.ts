/** The first papers of the page as they stand there: what composing an edition is timed against. */
import type { PaperEdition } from '../../../src/digest/edition.ts'
import type { EditionFacts, Page } from '../../../src/digest/facts.ts'

export function composeEdition(page: Page, { day, rules }: EditionFacts): PaperEdition {
  const entries = page.papers.slice(0, rules.size).map((paper) => ({
    paper,
    reason: { kind: 'page' as const, rank: paper.rank },
    also: [],
  }))
  const total = page.papers.length
  return {
    ...{ kind: 'papers', day, number: 1, of: 1, since: null, generation: page.generation, shown: 0, total },
    sections: [{ kind: 'page', search: null, entries, unseen: total, seen: 0 }],
    postscripts: [],
  }
}

export function composePostscript(): readonly [] {
  return []
}
