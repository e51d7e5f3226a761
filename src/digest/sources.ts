/** Where the papers of an edition come from: the reader's searches, what is near to what they saved, and the page. */
import type { Paper } from '../corpus/paper.ts'
import { savedTests } from '../query/saved.ts'
import type { Reason } from './edition.ts'
import type { EditionFacts, Page } from './facts.ts'
import type { Pool } from './pool.ts'
import type { Rules, TopicRule } from './rules.ts'

/** A paper that could stand in a section. */
export interface Candidate {
  readonly paper: Paper
  /** Asked only of papers that do: shared terms take their time. */
  readonly why: () => Reason
}

/** A section before it is cut to size. */
export interface Source {
  readonly kind: 'search' | 'because' | 'page'
  readonly search: { readonly id: string; readonly name: string } | null
  /** Fresh papers, the best first. */
  readonly row: readonly Candidate[]
  /** How many more were shown before. */
  readonly seen: number
  /** The nearest of them by id, where it is nearness that brings them here. */
  readonly seenIds?: readonly string[]
}

/** Whether a saved search finds a paper. */
export type Finds = (paper: Paper) => boolean

/** One for each saved search, as the reader ordered them; what it finds, of whichever day, is in page order. */
export function searchSources(
  { topics, stated }: Page,
  { searches, context }: EditionFacts,
  { archive }: Pool,
  tests: readonly Finds[] = savedTests(
    searches.map(({ query }) => query),
    { topics, stated },
    context,
  ),
): readonly Source[] {
  return searches.map(({ id, name }, at) => {
    /* v8 ignore start -- there is a test for each search */
    const finds = tests[at] ?? (() => false)
    /* v8 ignore stop */
    const why = (): Reason => ({ kind: 'search', search: id, name })
    return {
      kind: 'search',
      search: { id, name },
      row: archive.fresh.filter(finds).map((paper) => ({ paper, why })),
      seen: archive.seen.filter(finds).length,
    }
  })
}

/** What topics of which the reader wants more or less do to a score, and to a place on the page. */
const WEIGHT: Readonly<Record<TopicRule, number>> = { more: 2, less: 0.5, never: 1 }
const NEARER: Readonly<Record<TopicRule, number>> = { more: 0.25, less: 4, never: 1 }

/** More are not listed: an edition is kept with them for a month. */
const MOST_SEEN = 200

/** Papers near to what the reader saved, the nearest first; an empty row where that cannot be told. */
export function becauseSource({ meaning }: Page, { saved, done, refused, rules }: EditionFacts, pool: Pool): Source {
  if (!meaning) return { kind: 'because', search: null, row: [], seen: 0, seenIds: [] }
  const reader = { saved: saved.map(({ id }) => id), done, refused }
  const titles = new Map(saved.map(({ id, title }) => [id, title]))
  // A section of what the reader saved: what only a paper they had done with would pull is left to the page.
  const named = meaning.rank(reader, [...pool.fresh, ...pool.seen]).flatMap((pull) => {
    const title = titles.get(pull.pulledBy)
    return title === undefined ? [] : [{ ...pull, title }]
  })
  const fresh = new Set(pool.fresh)
  const row = named
    .filter(({ paper }) => fresh.has(paper))
    .map((pull) => ({ pull, weighed: pull.score * strongest(pull.paper, rules, WEIGHT) }))
    .sort((a, b) => b.weighed - a.weighed)
    .map(({ pull: { paper, pulledBy, title } }): Candidate => {
      const terms = (): readonly string[] => meaning.shared(paper.id, pulledBy)
      return { paper, why: () => ({ kind: 'because', paper: pulledBy, title, terms: terms() }) }
    })
  const seen = named.flatMap(({ paper }) => (fresh.has(paper) ? [] : [paper.id]))
  return { kind: 'because', search: null, row, seen: seen.length, seenIds: seen.slice(0, MOST_SEEN) }
}

/** The page, or the edition's days of it, in its order; a topic of which the reader wants more counts as four times nearer to its top. */
export function pageSource({ trending }: Page, { rules }: EditionFacts, pool: Pool): Source {
  // None is no trend.
  const why = ({ rank, votes }: Paper): Reason => ({ kind: 'page', rank, ...(trending && votes && { votes }) })
  const place = (paper: Paper): number => (paper.rank + 1) * strongest(paper, rules, NEARER)
  const row = pool.fresh
    .map((paper) => ({ paper, place: place(paper) }))
    .sort((a, b) => a.place - b.place)
    .map(({ paper }): Candidate => ({ paper, why: () => why(paper) }))
  return { kind: 'page', search: null, row, seen: pool.seen.length }
}

/** What the rules for a paper's topics come to; a wish for more stands over one for less. */
function strongest({ topics }: Paper, rules: Rules, effect: Readonly<Record<TopicRule, number>>): number {
  const given = topics.map((topic) => rules.topics.get(topic))
  if (given.includes('more')) return effect.more
  return given.includes('less') ? effect.less : 1
}
