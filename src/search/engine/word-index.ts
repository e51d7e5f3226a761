/** The seam between asking for words and storing them: what any index component has to offer. */
import type { Dictionary } from '../../text/dictionary.ts'
import type { Slot } from '../../query/slots.ts'
import type { Field } from '../../query/terms.ts'
import type { Pack } from '../packed/pack.ts'

export type { Field, Slot }

/** The parts of a paper that are indexed; a word in the title weighs three times as much. */
export const FIELDS = ['title', 'abstract'] as const satisfies readonly Field[]

/** The words asked for; whether a paper needs all of them (but the optional) or any. */
export interface WordQuery {
  readonly slots: readonly Slot[]
  readonly need: 'all' | 'any'
}

/** Papers that fit, by row, counting up; beside each, how well its words fit. */
export interface Matches {
  readonly rows: Uint32Array
  readonly scores: Float64Array
  /** Papers that do not fit by words, and are near to what was meant; neither counted nor among the facets. */
  readonly beyond?: Matches | undefined
}

export interface WordIndex {
  /** Takes the papers of a pack in, into rows from `firstRow` on, which are behind all others. */
  adopt(pack: Pack, firstRow: number): void
  /** Takes a paper out; its row is not used again. */
  remove(row: number): void
  /** In how many papers a word stands. */
  papersWith(word: string): number
  /** Rows of papers that may be called so, by title or name. */
  rowsCalled(key: string): readonly number[]
  /** Whether any word begins so. */
  begins(beginning: string): boolean
  /** Every word, in several dictionaries perhaps, with words of papers that are gone: the same list until words come or go. */
  dictionaries(): readonly Dictionary[]
  /** Those with a word of the slot in a field, in any where it is null: a byte for each row, 1 where the paper has it. */
  rowsWith(slot: Slot, field: Field | null): Uint8Array
  match(query: WordQuery): Matches
  /** Papers that hold any word of the slots, or any near to one. */
  matchNear(slots: readonly Slot[]): Matches
}
