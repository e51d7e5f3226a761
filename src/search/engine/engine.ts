/** The search engine: Orama with our words, our index and no copies of the papers. */
import { create, insert, search, type AnyDocumentStore, type IDocumentsStore } from '@orama/orama'
import type { Paper } from '../../corpus/paper.ts'
import { wordsOf } from '../../text/tokenize.ts'
import { createMapIndex } from './map-index.ts'
import { createOramaIndex, encodeSlots, THRESHOLD } from './orama-index.ts'
import type { WordIndex, WordQuery } from './word-index.ts'

export interface Engine extends Pick<WordIndex, 'papersWith' | 'begins' | 'words'> {
  /** Rows of the papers that fit, best first, the page's order between equals. */
  readonly find: (query: WordQuery) => readonly number[]
}

/** Indexes papers, whose rows are their places in the list. */
export function createEngine(papers: readonly Paper[]): Engine {
  const words = createMapIndex()
  const orama = create({
    schema: { title: 'string', abstract: 'string' } as const,
    sort: { enabled: false },
    components: {
      index: createOramaIndex(words),
      documentsStore: createCountingStore(),
      tokenizer: {
        language: 'english',
        normalizationCache: new Map(),
        tokenize: (text) => wordsOf(text),
      },
    },
  })
  papers.forEach(({ title, abstract }, row) => {
    void insert(orama, { id: String(row), title, abstract }) // synchronous, as none of our components waits
  })
  return {
    papersWith: (word) => words.papersWith(word),
    begins: (beginning) => words.begins(beginning),
    words: () => words.words(),
    find: ({ slots, need }) => {
      if (slots.length === 0) return []
      const term = encodeSlots(slots)
      // With `includeVectors` the hits are passed on as they are, not copied.
      const found = search(orama, { term, threshold: THRESHOLD[need], limit: papers.length, includeVectors: true })
      if (found instanceof Promise) throw new Error('Orama answers at once where no hook waits.')
      return found.hits.map(({ id }) => Number(id))
    },
  }
}

/** Orama asks how many documents there are; the papers themselves are in memory already. */
function createCountingStore(): IDocumentsStore {
  const store: AnyDocumentStore = { docs: {} }
  let documents = 0
  const unused = (): never => {
    throw new Error('Documents are only counted here.')
  }
  return {
    create: () => store,
    store: () => {
      documents += 1
      return true
    },
    count: () => documents,
    get: () => undefined,
    getMultiple: (_store, ids) => ids.map(() => undefined),
    getAll: () => store.docs,
    remove: unused,
    load: unused,
    save: unused,
  }
}
