/** The draft desk: a text that nobody has seen yet, or a bibliography, and the papers nearest to it. */
import type { Result } from '../../base/result.ts'
import type { Paper } from '../../corpus/paper.ts'
import { failedBy, type Problem } from '../../corpus/problem.ts'
import { pastedText } from '../../enrich/pasted-text.ts'
import type { Similar } from '../../meaning/similar.ts'
import type { SearchClient } from '../../search/client.ts'
import type { SimilarAnswer } from '../../search/protocol.ts'
import { looksLikeBibtex } from '../../sources/bibtex.ts'
import { sentences } from '../../text/sentences.ts'
import {
  compareEntry,
  namedEntries,
  readBibliography,
  type BibliographyFault,
  type Cited,
  type NamedEntries,
} from './bibliography.ts'
import { draftText } from './typed-text.ts'

/** A sentence of the draft and the papers nearest to it; none that shares no word with it. */
export interface NearSentence {
  readonly text: string
  readonly near: readonly Similar[]
}

export type DraftAnswer =
  | { readonly kind: 'empty' }
  /** Fewer words than a subject takes. */
  | { readonly kind: 'short' }
  /** No word of it is known among the papers. */
  | { readonly kind: 'unknown' }
  /** The papers here came without what tells which are alike. */
  | { readonly kind: 'incomparable' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  /** `unread` sentences at its end were too many. */
  | {
      readonly kind: 'near'
      readonly whole: readonly Similar[]
      readonly sentences: readonly NearSentence[]
      readonly unread: number
    }
  /** `cited` grows while the entries are compared. */
  | { readonly kind: 'cited'; readonly name: string; readonly read: NamedEntries; readonly cited: readonly Cited[] }
  | { readonly kind: 'refused'; readonly name: string; readonly fault: BibliographyFault }

/** Characters; an abstract has some 1,500. */
export const LONGEST_DRAFT = 20_000
const FEWEST_WORDS = 6
const NEAREST = 8
const NEAREST_TO_SENTENCE = 3
/** A sentence takes the worker 15 to 25 ms, so that these keep it for a second at most; searches come in between. */
const MOST_SENTENCES = 40
/** What is typed is compared when the typing pauses. */
const PAUSE_MS = 500
/** Entries of a bibliography that are shown at once, as the list of all would be drawn anew with each. */
const BATCH = 10
const PASTED = 'the pasted text'

/** Stops where its answer is no longer wanted. */
type Answering = (isWanted: () => boolean) => Promise<DraftAnswer>

export class DraftDesk {
  text = $state('')
  answer: DraftAnswer = $state.raw({ kind: 'empty' })
  /** Whether a newer answer is on its way; the last one stays until then. */
  busy = $state(false)
  readonly #client: Pick<SearchClient, 'similar' | 'paper'>
  #started = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #last: Answering = () => Promise.resolve({ kind: 'empty' })
  /** Counts what was asked for: a later question makes the answer to an earlier one void. */
  #asked = 0

  constructor(client: Pick<SearchClient, 'similar' | 'paper'>) {
    this.#client = client
    draftText.onForgotten(() => void this.put(''))
  }

  /** Takes up the draft that was left behind; settles when it is compared. */
  async start(): Promise<void> {
    if (this.#started) return
    this.#started = true
    this.text = draftText.read()
    await this.compare()
  }

  /** Takes what is typed, and compares it when the typing pauses. */
  type(text: string): void {
    this.text = text.slice(0, LONGEST_DRAFT)
    draftText.keep(this.text)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.compare(), PAUSE_MS)
  }

  /** Takes a whole text in place of what is there, and compares it at once. */
  put(text: string): Promise<void> {
    this.type(text)
    return this.compare()
  }

  /** Finds the papers nearest to the text as it stands, which may be BibTeX. */
  compare(): Promise<void> {
    return this.#ask(async (isWanted) =>
      looksLikeBibtex(this.text)
        ? this.#compareEntries(PASTED, namedEntries(this.text), isWanted)
        : this.#compareText(pastedText(this.text), isWanted),
    )
  }

  /** Finds what is here of a file's entries, and near to them; the text stays as it is. */
  compareFile(file: File): Promise<void> {
    return this.#ask(async (isWanted) => this.#compareEntries(file.name, await readBibliography(file), isWanted))
  }

  /** Asks once more what was asked last. */
  retry(): Promise<void> {
    return this.#ask(this.#last)
  }

  async #ask(answered: Answering): Promise<void> {
    clearTimeout(this.#timer)
    this.#last = answered
    this.#asked += 1
    const asked = this.#asked
    this.busy = true
    const isWanted = (): boolean => asked === this.#asked
    // What throws has a fault of ours, and nobody else would hear of it.
    const answer = await answered(isWanted).catch((cause: unknown): DraftAnswer => ({
      kind: 'failed',
      problem: failedBy(cause),
    }))
    if (!isWanted()) return
    this.answer = answer
    this.busy = false
  }

  async #compareEntries(
    name: string,
    read: Result<NamedEntries, BibliographyFault>,
    isWanted: () => boolean,
  ): Promise<DraftAnswer> {
    if (!read.ok) return { kind: 'refused', name, fault: read.error }
    const cited: Cited[] = []
    for (const entry of read.value.entries) {
      const one = await compareEntry(this.#client, entry)
      if (!one.ok) return { kind: 'failed', problem: one.error }
      if (!isWanted()) break
      cited.push(one.value)
      if (cited.length % BATCH === 0) this.answer = { kind: 'cited', name, read: read.value, cited: [...cited] }
    }
    return { kind: 'cited', name, read: read.value, cited }
  }

  async #compareText(text: string, isWanted: () => boolean): Promise<DraftAnswer> {
    if (text === '') return { kind: 'empty' }
    if (text.split(' ').length < FEWEST_WORDS) return { kind: 'short' }
    const whole = await this.#similar(text, NEAREST)
    const problem = problemOf(whole)
    if (problem) return { kind: 'failed', problem }
    if (whole.ok && !whole.value.comparable) return { kind: 'incomparable' }
    const found = foundIn(whole)
    if (found.length === 0) return { kind: 'unknown' }
    const all = sentences(text)
    const near: NearSentence[] = []
    for (const { start, end } of all.slice(0, MOST_SENTENCES)) {
      if (!isWanted()) break
      const sentence = text.slice(start, end)
      const like = foundIn(await this.#similar(sentence, NEAREST_TO_SENTENCE))
      near.push({ text: sentence, near: like.filter(({ terms }) => terms.length > 0) })
    }
    return { kind: 'near', whole: found, sentences: near, unread: Math.max(0, all.length - MOST_SENTENCES) }
  }

  #similar(abstract: string, count: number): Promise<Result<SimilarAnswer, Problem>> {
    return this.#client.similar({ title: '', abstract, topics: [] }, count)
  }
}

function problemOf(reply: Result<SimilarAnswer, Problem>): Problem | null {
  return reply.ok ? reply.value.problem : reply.error
}

function foundIn(reply: Result<SimilarAnswer, Problem>): readonly Similar[] {
  return reply.ok ? reply.value.found : []
}

/** The papers that an answer shows. */
export function papersIn(answer: DraftAnswer): readonly Paper[] {
  if (answer.kind === 'cited') return answer.cited.flatMap(({ near }) => near?.map(({ paper }) => paper) ?? [])
  if (answer.kind !== 'near') return []
  return [...answer.whole, ...answer.sentences.flatMap(({ near }) => near)].map(({ paper }) => paper)
}

let desk: DraftDesk | null = null

/** The one desk of this window, which outlives its view: Back finds it as it was left. */
export function openDesk(client: SearchClient): DraftDesk {
  desk ??= new DraftDesk(client)
  return desk
}
