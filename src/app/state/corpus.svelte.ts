/** What the window knows of the corpus: how far it has come, what it is called, what went wrong. */
import type { Movement } from '../../corpus/movement.ts'
import { NOTHING_STATED } from '../../corpus/statements.ts'
import type { Problem } from '../../corpus/problem.ts'
import type { CorpusWords } from '../../query/context.ts'
import type { CorpusInfo, CorpusState } from '../../search/protocol.ts'
import { shortDay } from '../../text/english.ts'
import { standingOf } from './standing.ts'

export class Corpus {
  /** The life of the corpus in the worker. */
  state = $state.raw<CorpusState>({ kind: 'loading', loaded: 0, total: null })
  /** Why a newer corpus could not be taken, while the last good one stays. */
  notice = $state.raw<Problem | null>(null)
  /** Null until the papers can be read. */
  readonly info: CorpusInfo | null = $derived('info' in this.state ? this.state.info : null)
  /** A name for the papers that are here; null before there are any, and while more of them come. */
  readonly standing: string | null = $derived(this.info && standingOf(this.info))
  /** How many papers the host has that are not on this device. */
  readonly absent: number = $derived(this.info ? this.info.extent.of - this.info.papers : 0)
  readonly #moves = $derived(movesIn(this.info?.movement))

  /** What it gives to the vocabulary of queries; nothing before it is known. */
  readonly words: CorpusWords = $derived({
    topics: this.info?.topics ?? [],
    stated: this.info?.stated ?? NOTHING_STATED,
  })

  /** What people call a topic; an id the corpus does not know is shown as it is. */
  topicLabel(id: string): string {
    return this.info?.topics.find((topic) => topic.id === id)?.label ?? id
  }

  /** `Up since 21 Nov`; null for a paper that no trend moved. */
  move(id: string): string | null {
    return this.#moves.get(id) ?? null
  }
}

/** How papers came to their places in the newest trend, in words, by id. */
function movesIn(movement: Movement | undefined): ReadonlyMap<string, string> {
  if (!movement) return new Map()
  const since = `since ${shortDay(movement.since)}`
  return new Map([
    ...movement.new.map((id) => [id, `New ${since}`] as const),
    ...movement.up.map((id) => [id, `Up ${since}`] as const),
    ...movement.back.map((id) => [id, `Back ${since}`] as const),
  ])
}
