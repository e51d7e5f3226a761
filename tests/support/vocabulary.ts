/** A vocabulary for tests of the query language, and one without a library. */
import type { Vocabulary } from '../../src/query/vocabulary.ts'

const topics = [
  { id: 'mixture-of-experts', label: 'Mixture of experts' },
  { id: 'speech', label: 'Speech and audio' },
  { id: 'vision', label: 'Vision' },
]

export const VOCABULARY: Vocabulary = {
  topics,
  library: {
    lists: ['To read', 'Café “A”', '📚'],
    searches: [
      { name: 'Speech models', query: 'topic:speech model' },
      { name: 'Round', query: 'search:Round OR flow' },
    ],
  },
}

export const WITHOUT_LIBRARY: Vocabulary = { topics, library: null }
