/** What the window knows of the corpus: how far it has come, what it is called, what went wrong. */
import { NOTHING_STATED } from '../../corpus/statements.ts'
import type { Problem } from '../../corpus/problem.ts'
import type { CorpusWords } from '../../query/context.ts'
import type { CorpusInfo, CorpusState } from '../../search/protocol.ts'

export class Corpus {
  /** The life of the corpus in the worker. */
  state = $state.raw<CorpusState>({ kind: 'loading', loaded: 0, total: null })
  /** Why a newer corpus could not be taken, while the last good one stays. */
  notice = $state.raw<Problem | null>(null)
  /** Null until the papers can be read. */
  readonly info: CorpusInfo | null = $derived('info' in this.state ? this.state.info : null)

  /** What it gives to the vocabulary of queries; nothing before it is known. */
  readonly words: CorpusWords = $derived({
    topics: this.info?.topics ?? [],
    stated: this.info?.stated ?? NOTHING_STATED,
  })

  /** What people call a topic; an id the corpus does not know is shown as it is. */
  topicLabel(id: string): string {
    return this.info?.topics.find((topic) => topic.id === id)?.label ?? id
  }
}
