/** The search engine: Orama with our words, our index and no copies of the papers. */
import { create, insert, search, type AnyDocumentStore, type IDocumentsStore } from '@orama/orama'
import type { Paper } from '../../corpus/paper.ts'
import { wordsOf } from '../../text/tokenize.ts'
import { PackedIndex } from '../packed/packed-index.ts'
import { createOramaIndex, encodeSlots, THRESHOLD } from './orama-index.ts'
import { createShelf } from './shelf.ts'
import type { WordIndex, WordQuery } from './word-index.ts'

export interface Engine extends Pick<WordIndex, 'papersWith' | 'begins' | 'words'> {
  /** Papers by row; a row of a paper that is gone is empty and not used again. */
  readonly papers: readonly (Paper | undefined)[]
  /** All rows that hold a paper, in page order. */
  readonly rows: readonly number[]
  /** Rows of the papers that fit, best first, the page's order between equals. */
  readonly find: (query: WordQuery) => readonly number[]
  /**
   * Makes these its papers, in page order: only new words are indexed. False, and all as it was, where so many would be
   * gone that it is time to index all anew.
   */
  readonly update: (papers: readonly Paper[]) => boolean
}

/** What is taken out stays in the index as bytes that each search passes over. */
const MOST_LOST = 500

/** Indexes papers. */
export function createEngine(given: readonly Paper[]): Engine {
  const words = new PackedIndex()
  const orama = createOrama(words)
  const shelf = createShelf()
  const update = (papers: readonly Paper[]): boolean => {
    const change = shelf.put(papers, MOST_LOST)
    if (!change) return false
    const { gone, come } = change
    for (const row of gone) words.remove(row) // past Orama, which holds no words of it
    for (const [row, { title, abstract }] of come) void insert(orama, { id: String(row), title, abstract }) // synchronous, as none of our components waits
    return true
  }
  update(given)
  return {
    get papers() {
      return shelf.papers
    },
    get rows() {
      return shelf.rows
    },
    update,
    papersWith: (word) => words.papersWith(word),
    begins: (beginning) => words.begins(beginning),
    words: () => words.words(),
    find: ({ slots, need }) => {
      if (slots.length === 0) return []
      const term = encodeSlots(slots)
      const limit = shelf.papers.length
      // With `includeVectors` the hits are passed on as they are, not copied.
      const found = search(orama, { term, threshold: THRESHOLD[need], limit, includeVectors: true })
      if (found instanceof Promise) throw new Error('Orama answers at once where no hook waits.')
      return shelf.inOrder(found.hits.map(({ id, score }) => ({ row: Number(id), score })))
    },
  }
}

function createOrama(words: WordIndex) {
  return create({
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
