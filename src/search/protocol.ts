/** Everything that crosses between the window and the search worker, as unions of plain data. */
import type { Findings } from '../base/findings.ts'
import type { Manifest } from '../corpus/manifest.ts'
import type { Movement } from '../corpus/movement.ts'
import type { Paper, Span, Topic } from '../corpus/paper.ts'
import type { Statements } from '../corpus/statements.ts'
import type { Problem } from '../corpus/problem.ts'
import type { Offer, Reach } from '../corpus/reach.ts'
import type { EditionFacts } from '../digest/facts.ts'
import type { Edition, Entry } from '../digest/edition.ts'
import type { Similar } from '../meaning/similar.ts'
import type { Text } from '../meaning/space.ts'
import type { QueryContext } from '../query/context.ts'
import type { FilterKey, Filters } from '../query/filters.ts'
import type { FindAnswer, GivenFile, LinkedPaper, ReadAnswer } from './brought.ts'

export type { Filters }

export const SORTS = ['relevance', 'page', 'newest', 'votes', 'title', 'saved'] as const
/**
 * `page` is the order of the source page, or of its trend. Without words, relevance is page order. `saved`: the last
 * saved first; after it, and after what has a day or votes, comes the rest of the page.
 */
export type Sort = (typeof SORTS)[number]

/** The order as far as a corpus has data for it, else by relevance. */
export function sortIn(sort: Sort, { days, votes }: Statements): Sort {
  return (sort === 'newest' && !days) || (sort === 'votes' && !votes) ? 'relevance' : sort
}

export interface SearchRequest {
  /** What the reader typed, untouched. */
  readonly text: string
  /** What the reader's library says about the text, and of which papers states and lists are to be counted; absent where it says nothing. */
  readonly context?: QueryContext | undefined
  readonly filters: Filters
  readonly sort: Sort
  /** The slice of results wanted, for a virtual list. */
  readonly offset: number
  readonly limit: number
}

/** A result: the paper and the parts of its words that match. */
export interface Card {
  readonly paper: Paper
  readonly titleMarks: readonly Span[]
  readonly abstractMarks: readonly Span[]
  /** That it was not found by its words. */
  readonly byMeaning?: true
}

/** A word as typed and as read, both folded. */
export interface Correction {
  readonly typed: string
  readonly read: string
}

/** How many papers ticking a value alone in its group would give, in the order to show them. */
export interface FacetCount {
  readonly value: string
  readonly count: number
}

export interface SearchAnswer {
  /** Which stage answered: no words given, all of them found, or only some (typing errors allowed). */
  readonly stage: 'everything' | 'all-words' | 'any-word'
  /** Words that no paper holds, and the nearest that some do, which were searched for in their place. */
  readonly corrections: readonly Correction[]
  /** A word that few papers hold, and one much like it that many do: offered, not searched for; null where there is none. */
  readonly meant: Correction | null
  readonly total: number
  /** How many more were found by meaning; they stand in the list with the others, and are neither in the total nor in the facets. */
  readonly beyond: number
  readonly facets: Readonly<Record<FilterKey, readonly FacetCount[]>>
  readonly cards: readonly Card[]
}

/** The edition of the day in the facts. */
export interface EditionAnswer {
  readonly edition: Edition
}

/** Papers that a newer corpus has brought since the generation asked about, for an edition that stays as it is. */
export interface PostscriptAnswer {
  readonly generation: string
  /** Papers on the page now. */
  readonly total: number
  readonly entries: readonly Entry[]
}

/** For each query, the ids of the papers that it finds by the plain test, in page order. */
export interface MatchesAnswer {
  readonly papers: readonly (readonly string[])[]
}

/** Null where the corpus does not hold the paper. */
export interface PaperAnswer {
  readonly paper: Paper | null
}

/** Papers like another, the nearest first, each with the words that both hold. */
export interface SimilarAnswer {
  readonly found: readonly Similar[]
  /** Whether there is anything to compare by: false where the corpus has no vectors, or they do not come. */
  readonly comparable: boolean
  /** What keeps the vectors away; null where they are here, or the corpus has none. */
  readonly problem: Problem | null
}

export type Question =
  | { readonly kind: 'search'; readonly request: SearchRequest }
  /** What is being typed: names to suggest. */
  | { readonly kind: 'names'; readonly text: string }
  | { readonly kind: 'paper'; readonly id: string }
  | { readonly kind: 'edition'; readonly facts: EditionFacts }
  /** `since`: the generation that the edition was made from, or took in last. */
  | { readonly kind: 'postscript'; readonly facts: EditionFacts; readonly since: string }
  /** Papers like one of the corpus, or like any text; with an `id`, that paper is left out. */
  | {
      readonly kind: 'similar'
      readonly text: Text
      readonly count: number
    }
  /** Saved searches, to count what is new in each; `context` holds what any of them asks. */
  | { readonly kind: 'matches'; readonly queries: readonly string[]; readonly context?: QueryContext | undefined }
  /** Files of any format that sources have: the papers in them. */
  | { readonly kind: 'read'; readonly files: readonly GivenFile[] }
  /** Links to papers that may be here. */
  | { readonly kind: 'find'; readonly links: readonly LinkedPaper[] }
  /** What the worker has asked of the network since it started. */
  | { readonly kind: 'requests' }
  /**
   * Whether the files of papers that are kept are whole, or papers come first for their titles: as many as can be looked
   * at in so many milliseconds. Nothing is fetched for it.
   */
  | { readonly kind: 'check'; readonly subject: 'files' | 'titles'; readonly patience: number }

export interface Answers {
  readonly similar: SimilarAnswer
  readonly search: SearchAnswer
  readonly names: readonly string[]
  readonly paper: PaperAnswer
  readonly edition: EditionAnswer
  readonly postscript: PostscriptAnswer
  readonly matches: MatchesAnswer
  readonly read: ReadAnswer
  readonly find: FindAnswer
  readonly requests: readonly AskedFor[]
  readonly check: CheckAnswer
}

/** Of files by name, of papers by title. */
export interface CheckAnswer extends Findings {
  /** Files that are not here and need not be. */
  readonly away?: number
}

/** An address that was fetched, and when, in milliseconds of the clock. */
export interface AskedFor {
  readonly address: string
  readonly at: number
}

export interface AnswerOf<Kind extends keyof Answers> {
  readonly kind: Kind
  readonly value: Answers[Kind]
}
export type Answer = { readonly [Kind in keyof Answers]: AnswerOf<Kind> }[keyof Answers]

/** What is true of the corpus on this device. */
export interface CorpusInfo {
  readonly generation: string
  readonly taken: string
  readonly papers: number
  /** How many of them came since the worker started, in place of or beside those it had. */
  readonly arrived: number
  readonly topics: readonly Topic[]
  readonly stated: Statements
  readonly sources: Manifest['sources']
  /** Earlier ids of papers, and those under which they stand now; absent where there are none. */
  readonly aliases?: ReadonlyMap<string, string>
  /** Absent where no source states a trend. */
  readonly movement?: Movement
  /** Bytes of the files of papers that are here, uncompressed. */
  readonly bytes: number
  readonly extent: Extent
  readonly from: 'cache' | 'network'
  /** Search by meaning: bytes of its table of words, and whether answers are by meaning now; absent where the corpus has none. */
  readonly meaning?: { readonly bytes: number; readonly here: boolean }
  /** Whether every file of it is kept on this device; null while that is under way. */
  readonly kept: boolean | null
}

/** How much of the host's corpus is here, and is to be. */
export interface Extent {
  /** Papers that the host has. */
  readonly of: number
  /** Papers that are to be here, and why not all of them are; null where they are. */
  readonly wanted: number
  readonly coming: Coming | null
  /** What the reader has chosen; null where nothing was. */
  readonly reach: Reach | null
  readonly offers: readonly Offer[]
}

/** How the rest comes: from this device, from the host, or not. */
export type Coming =
  { readonly kind: 'reading' } | { readonly kind: 'fetching' } | { readonly kind: 'stopped'; readonly problem: Problem }

/** The life of the corpus in the worker: the papers can be read before the index is built. */
export type CorpusState =
  | { readonly kind: 'loading'; readonly loaded: number; readonly total: number | null }
  | { readonly kind: 'readable'; readonly info: CorpusInfo }
  /** `indexMs`: milliseconds from the papers in memory to the first query answerable. */
  | { readonly kind: 'ready'; readonly info: CorpusInfo; readonly indexMs: number }
  | { readonly kind: 'failed'; readonly problem: Problem }

export type ToWorker =
  /** Starts the worker: where the corpus lies (absolute, with closing slash), the name of its cache; it searches by meaning unless told not to. */
  | { readonly kind: 'open'; readonly corpus: string; readonly cache: string; readonly meaning?: boolean }
  /** Searches by meaning from now on, or by words alone. */
  | { readonly kind: 'meaning'; readonly on: boolean }
  /** Looks for a newer corpus, or tries again after a failure. */
  | { readonly kind: 'refresh'; readonly unasked?: boolean }
  /** Brings more of the corpus onto this device, or takes some away. */
  | { readonly kind: 'reach'; readonly reach: Reach }
  /** All papers that the reader brought; they are found with the rest and stand in no edition's page. */
  | { readonly kind: 'own'; readonly papers: readonly Paper[] }
  | { readonly kind: 'ask'; readonly id: number; readonly question: Question }

export type FromWorker =
  | { readonly kind: 'corpus'; readonly state: CorpusState }
  /** A newer corpus could not be taken; the last good one stays. Null when that is over. */
  | { readonly kind: 'notice'; readonly problem: Problem | null }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly id: number; readonly problem: Problem }
