/** Our word index as Orama's index component: Orama keeps the documents' ids and order, the words are ours. */
import type { AnyIndexStore, IIndex } from '@orama/orama'
import { FIELDS, type Field, type Slot, type WordIndex, type WordQuery } from './word-index.ts'

/** The thresholds of Orama that say whether a paper needs all words or any. */
export const THRESHOLD = { all: 0, any: 1 } as const

/** A query as the text that Orama carries to its index component; words hold letters, digits and points alone. */
export function encodeSlots(slots: readonly Slot[]): string {
  return slots.map(({ words, open, optional }) => words.join('|') + (open ? '*' : '') + (optional ? '?' : '')).join(' ')
}

function decodeSlots(term: string): readonly Slot[] {
  return term.split(' ').map((slot) => ({
    words: slot.replace(/[*?]+$/, '').split('|'),
    open: /\*\??$/.test(slot),
    optional: slot.endsWith('?'),
  }))
}

const isField = (property: string): property is Field => FIELDS.some((field) => field === property)

/** All that Orama reads of the index itself. */
const store: AnyIndexStore = { vectorIndexes: {} }

/** An index component over a word index; papers are inserted once, in page order, and never removed. */
export function createOramaIndex(words: WordIndex): IIndex<AnyIndexStore> {
  const unused = (): never => {
    throw new Error('The index is built once and kept in memory: nothing is removed, saved or filtered in it.')
  }
  return {
    create: () => store,
    insert: (_index, _store, property, _id, internalId, value, _type, _language, tokenizer) => {
      // Orama counts documents from 1.
      if (isField(property) && typeof value === 'string') words.add(internalId - 1, property, tokenizer.tokenize(value))
    },
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
      const query: WordQuery = { slots: decodeSlots(term), need: threshold === THRESHOLD.all ? 'all' : 'any' }
      return words.match(query).map(({ row, score }) => [row + 1, score])
    },
    getSearchableProperties: () => [...FIELDS],
    getSearchablePropertiesWithTypes: () => ({ title: 'string', abstract: 'string' }),
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
