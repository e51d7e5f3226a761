/** The paper that is open, with its neighbours in the list it was opened from. */
import type { Paper, Span } from '../../corpus/paper.ts'
import type { Problem } from '../../corpus/problem.ts'
import type { SearchClient } from '../../search/client.ts'
import type { Card, CorpusState } from '../../search/protocol.ts'
import { NO_CHOICES, parseRoute, type Choices } from '../routes.ts'
import { contextOfChoices, NO_LIBRARY, type LibraryAtHand } from './choices-context.ts'
import type { Trail } from './history-entry.ts'
import { hasNames } from './language.ts'

export type PaperState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'shown'; readonly paper: Paper }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly problem: Problem }

/** A paper beside the open one; the trail leads on from it. */
export interface Neighbour {
  readonly paper: Paper
  readonly trail: Trail | null
}

export interface Surroundings {
  readonly previous: Neighbour | null
  readonly next: Neighbour | null
  /** Position from 1, and how many the list has; null where the list has changed since. */
  readonly position: { readonly at: number; readonly of: number } | null
  /** The words that were searched for. */
  readonly titleMarks: readonly Span[]
  readonly abstractMarks: readonly Span[]
}

const NOTHING_AROUND: Surroundings = { previous: null, next: null, position: null, titleMarks: [], abstractMarks: [] }

export class OpenPaper {
  state: PaperState = $state.raw({ kind: 'loading' })
  around: Surroundings = $state.raw(NOTHING_AROUND)
  readonly #client: Pick<SearchClient, 'paper' | 'slice'>
  #id: string | null = null
  #trail: Trail | null = null

  readonly #library: LibraryAtHand
  /** The reader's own copy of a paper, for those that have left the corpus. */
  readonly #copyOf: (id: string) => Paper | null

  constructor(
    client: Pick<SearchClient, 'paper' | 'slice'>,
    library: LibraryAtHand = NO_LIBRARY,
    copyOf: (id: string) => Paper | null = () => null,
  ) {
    this.#client = client
    this.#library = library
    this.#copyOf = copyOf
  }

  /** Shows a paper; settles when it is known. `card` is one that a list has shown already. */
  async open(id: string, trail: Trail | null, card: Card | undefined): Promise<void> {
    this.#id = id
    this.#trail = trail
    this.around = card ? { ...NOTHING_AROUND, ...marksOf(card) } : NOTHING_AROUND
    this.state = card ? { kind: 'shown', paper: card.paper } : { kind: 'loading' }
    if (!card) {
      const reply = await this.#client.paper(id)
      if (this.#id !== id) return
      this.state = !reply.ok
        ? { kind: 'failed', problem: reply.error }
        : reply.value.paper
          ? { kind: 'shown', paper: reply.value.paper }
          : { kind: 'missing' }
    }
    if (this.state.kind === 'shown') void this.#lookAround(id, this.state.paper, trail)
    else if (trail?.ids) void this.#lookAround(id, null, trail)
  }

  /** Opens the paper again, once papers have come after a failure. */
  follow(state: CorpusState): void {
    if (state.kind !== 'loading' && state.kind !== 'failed' && this.state.kind === 'failed' && this.#id !== null)
      void this.open(this.#id, this.#trail, undefined)
  }

  async #lookAround(id: string, paper: Paper | null, trail: Trail | null): Promise<void> {
    const around = trail?.ids
      ? await this.#aroundInList(trail, trail.ids)
      : paper && ((await this.#aroundInSearch(paper, trail)) ?? (await this.#aroundInSearch(paper, null)))
    if (this.#id === id && around) this.around = around
  }

  async #aroundInList(trail: Trail, ids: readonly string[]): Promise<Surroundings> {
    const step = async (at: number): Promise<Neighbour | null> => {
      const id = ids[at]
      if (id === undefined) return null
      const reply = await this.#client.paper(id)
      const paper = (reply.ok ? reply.value.paper : null) ?? this.#copyOf(id)
      return paper && { paper, trail: { ...trail, at } }
    }
    const [previous, next] = await Promise.all([step(trail.at - 1), step(trail.at + 1)])
    return { ...NOTHING_AROUND, previous, next, position: { at: trail.at + 1, of: ids.length } }
  }

  /** Without a trail the list is the whole page; null where the paper is no longer at its place. */
  async #aroundInSearch(paper: Paper, trail: Trail | null): Promise<Surroundings | null> {
    const at = trail?.at ?? paper.rank
    const offset = Math.max(0, at - 1)
    const choices = choicesOf(trail)
    // After a reload a search may come before the library that it asks.
    if (hasNames(choices.text)) await this.#library.ready
    const context = await contextOfChoices(choices, this.#library)
    const reply = await this.#client.slice({ ...choices, context, offset, limit: at - offset + 2 })
    const cards = reply.ok ? reply.value.cards : []
    const card = cards[at - offset]
    if (!reply.ok || card?.paper.id !== paper.id) return null
    const step = (n: number): Neighbour | null => {
      const beside = n < offset ? undefined : cards[n - offset]
      return beside ? { paper: beside.paper, trail: trail && { ...trail, at: n } } : null
    }
    const position = trail && { at: at + 1, of: reply.value.total }
    return { previous: step(at - 1), next: step(at + 1), position, ...marksOf(card) }
  }
}

function marksOf({ titleMarks, abstractMarks }: Card): Pick<Surroundings, 'titleMarks' | 'abstractMarks'> {
  return { titleMarks, abstractMarks }
}

function choicesOf(trail: Trail | null): Choices {
  const route = trail && parseRoute(trail.from)
  return route?.kind === 'browse' ? route.choices : { ...NO_CHOICES, sort: 'page' }
}
