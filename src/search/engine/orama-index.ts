/** Our word index as Orama's index component: Orama dresses what is shown as documents, the words are ours. */
import type { AnyIndexStore, IIndex } from '@orama/orama'
import { FIELDS, type Matches, type Slot, type WordIndex } from './word-index.ts'

/** The thresholds of Orama that say whether a paper needs all words or any. */
export const THRESHOLD = { all: 0, any: 1 } as const

/** What is wanted of all that fits. */
export interface Wanted {
  /** Rows, in their order. */
  readonly choose: (matches: Matches) => readonly number[]
  /** How many at most. */
  readonly limit: number
}

/** What Orama has no parameter for: how to choose, set before a search, and whether any fitted, set in it. */
export interface Choice {
  choose: Wanted['choose']
  fits: boolean
}

/**
 * A query as the text that Orama carries to its index component: `tts/text,texts&speech*`; words hold letters, digits
 * and points alone.
 */
export function encodeSlots(slots: readonly Slot[]): string {
  return slots
    .map(({ words, phrases = [], open, optional }) => {
      const terms = phrases.map(({ forms }) => forms.map((some) => some.join(',')).join('&'))
      return [words.join('|'), ...terms].join('/') + (open ? '*' : '') + (optional ? '?' : '')
    })
    .join(' ')
}

function decodeSlots(term: string): readonly Slot[] {
  if (term === '') return []
  return term.split(' ').map((slot) => {
    const [words = '', ...terms] = slot.replace(/[*?]+$/, '').split('/')
    return {
      words: words.split('|'),
      phrases: terms.map((one) => ({ words: [], forms: one.split('&').map((some) => some.split(',')) })),
      open: /\*\??$/.test(slot),
      optional: slot.endsWith('?'),
    }
  })
}

/** All that Orama reads of the index itself. */
const store: AnyIndexStore = { vectorIndexes: {} }

/**
 * An index component over a word index, which is filled past Orama: it gives the chosen rows alone, as Orama makes an
 * object of each, and sorts them all (60 ms for 60,000).
 */
export function createOramaIndex(words: Pick<WordIndex, 'match'>, choice: Choice): IIndex<AnyIndexStore> {
  const unused = (): never => {
    throw new Error('The index is filled past Orama: nothing is inserted, removed, saved or filtered in it.')
  }
  return {
    create: () => store,
    search: (
      _store,
      term,
      _tokenizer,
      _language,
      _properties,
      _exact,
      _tolerance,
      _boost,
      _bm25,
      _count,
      _where,
      threshold,
    ) => {
      const matches = words.match({ slots: decodeSlots(term), need: threshold === THRESHOLD.all ? 'all' : 'any' })
      choice.fits = matches.rows.length > 0 || threshold === THRESHOLD.any
      const rows = choice.fits ? choice.choose(matches) : []
      // Orama counts documents from 1, and puts the highest score first.
      return rows.map((row, at) => [row + 1, rows.length - at])
    },
    getSearchableProperties: () => [...FIELDS],
    getSearchablePropertiesWithTypes: () => ({ title: 'string', abstract: 'string' }),
    insert: unused,
    // Our own search needs none of the scores that Orama's keeps.
    insertDocumentScoreParameters: unused,
    insertTokenScoreParameters: unused,
    removeDocumentScoreParameters: unused,
    removeTokenScoreParameters: unused,
    calculateResultScores: unused,
    searchByWhereClause: unused,
    remove: unused,
    load: unused,
    save: unused,
  }
}
