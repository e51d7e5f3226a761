/** A vocabulary for tests of the query language, and one without a library. */
import { NOTHING_STATED } from '../../src/corpus/statements.ts'
import type { Vocabulary } from '../../src/query/vocabulary.ts'

const topics = [
  { id: 'mixture-of-experts', label: 'Mixture of experts' },
  { id: 'speech', label: 'Speech and audio' },
  { id: 'vision', label: 'Vision' },
]

export const VOCABULARY: Vocabulary = {
  topics,
  stated: NOTHING_STATED,
  library: {
    lists: ['To read', 'Café “A”', '📚'],
    searches: [
      { name: 'Speech models', query: 'topic:speech model' },
      { name: 'Round', query: 'search:Round OR flow' },
    ],
  },
}

export const WITHOUT_LIBRARY: Vocabulary = { ...VOCABULARY, library: null }

/** Of a corpus whose sources state all that can be asked. */
export const STATING: Vocabulary = {
  ...VOCABULARY,
  stated: { authors: true, listed: '2026-11-22', days: true, votes: true },
}
