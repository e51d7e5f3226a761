/** A page of sixty papers, what a reader did with them, and what an edition of them has. */
import type { Edition, Section } from '../../src/digest/edition.ts'
import { factsOfNewReader, type EditionFacts } from '../../src/digest/facts.ts'
import { DEFAULT_RULES, type Rules } from '../../src/digest/rules.ts'
import { pageOf } from './digest.ts'
import { paper } from './papers.ts'

export const DAY = '2026-11-22'
/** 60 papers of seven topics in turn; every third has code, every fifth speaks of "video". */
export const papers = Array.from({ length: 60 }, (_, rank) =>
  paper({
    id: `p${rank}`,
    title: `Paper ${rank}`,
    abstract: rank % 5 === 0 ? 'On video.' : '',
    rank,
    topics: [`t${rank % 7}`],
    code: rank % 3 === 0 ? 'link' : 'none',
  }),
)
export const page = pageOf(papers)

/** What a new reader's library says, but for some of it. */
export const facts = (some: Partial<EditionFacts> = {}, rules: Partial<Rules> = {}): EditionFacts => ({
  ...factsOfNewReader(DAY),
  rules: { ...DEFAULT_RULES, ...rules },
  ...some,
})
/** What is in an edition: its sections, the papers of one, and how many each has. */
export const idsIn = (section: Section | undefined) => section?.entries.map((entry) => entry.paper.id) ?? []
export const sections = (edition: Edition): readonly Section[] => (edition.kind === 'papers' ? edition.sections : [])
export const sizes = (edition: Edition): string =>
  sections(edition)
    .map(({ kind, entries }) => `${kind} ${entries.length}`)
    .join(', ')
