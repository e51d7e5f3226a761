/** The search engine: Orama with our words, our index and no copies of the papers. */
import { create, search, type AnyDocumentStore, type IDocumentsStore } from '@orama/orama'
import type { Paper } from '../../corpus/paper.ts'
import { wordsOf } from '../../text/tokenize.ts'
import { PackedIndex } from '../packed/packed-index.ts'
import { indexPapers, type PackedPapers } from './index-papers.ts'
import { createOramaIndex, encodeSlots, THRESHOLD, type Choice, type Wanted } from './orama-index.ts'
import { packRuns } from './pack-runs.ts'
import { createShelf, type Shelf } from './shelf.ts'
import type { WordIndex, WordQuery } from './word-index.ts'

export interface Engine extends Pick<
  WordIndex,
  'papersWith' | 'begins' | 'dictionaries' | 'match' | 'matchNear' | 'rowsCalled' | 'rowsWith'
> {
  readonly shelf: Omit<Shelf, 'put'>
  /** The papers that are chosen of those that fit; null where none fits. Without slots all fit. */
  readonly search: (query: WordQuery, wanted: Wanted) => readonly Paper[] | null
  /**
   * Makes these its papers, in page order: only new ones are indexed, but for those that come in packs. False, and all
   * as it was, where so many would be gone that it is time to index all anew.
   */
  readonly update: (papers: readonly Paper[], packs?: readonly PackedPapers[]) => boolean
}

/** What is taken out stays in the index as bytes that each search passes over. */
const MOST_LOST = 500

/** Indexes papers. */
export function createEngine(given: readonly Paper[], packs: readonly PackedPapers[] = []): Engine {
  const words = new PackedIndex()
  const shelf = createShelf()
  const choice: Choice = { choose: () => [], fits: false }
  const orama = createOrama(words, choice, shelf)
  const update: Engine['update'] = (papers, packs = []) => {
    const change = shelf.put(papers, MOST_LOST)
    if (!change) return false
    const { gone, come, firstRow } = change
    for (const row of gone) words.remove(row)
    for (const { row, papers: run, pack } of packRuns(come, firstRow, packs)) words.adopt(pack ?? indexPapers(run), row)
    for (const { id } of come) orama.internalDocumentIDStore.internalIdToId.push(id)
    return true
  }
  update(given, packs)
  return {
    shelf,
    update,
    papersWith: (word) => words.papersWith(word),
    begins: (beginning) => words.begins(beginning),
    dictionaries: () => words.dictionaries(),
    match: (query) => words.match(query),
    matchNear: (slots) => words.matchNear(slots),
    rowsCalled: (key) => words.rowsCalled(key),
    rowsWith: (slot, field) => words.rowsWith(slot, field),
    search: ({ slots, need }, { choose, limit }) => {
      choice.choose = choose
      // All properties, so that no words ask the index too. With `includeVectors` the hits are passed on, not copied.
      const asked = { term: encodeSlots(slots), properties: '*', limit, includeVectors: true } as const
      const found = search(orama, { ...asked, threshold: THRESHOLD[need] })
      if (found instanceof Promise) throw new Error('Orama answers at once where no hook waits.')
      return choice.fits ? found.hits.flatMap(({ id }) => shelf.paperOf(id) ?? []) : null
    },
  }
}

function createOrama(words: WordIndex, choice: Choice, shelf: Shelf) {
  return create({
    schema: { title: 'string', abstract: 'string' } as const,
    sort: { enabled: false },
    components: {
      index: createOramaIndex(words, choice),
      documentsStore: createPaperStore(shelf),
      tokenizer: {
        language: 'english',
        normalizationCache: new Map(),
        tokenize: (text) => wordsOf(text),
      },
    },
  })
}

/** The papers are in memory already: Orama reads them where they are. */
function createPaperStore({ papers }: Shelf): IDocumentsStore {
  const store: AnyDocumentStore = { docs: {} }
  const unused = (): never => {
    throw new Error('Papers are put on the shelf, not into Orama.')
  }
  return {
    create: () => store,
    count: () => papers.length,
    get: (_store, row) => papers[Number(row) - 1],
    getMultiple: unused,
    getAll: unused,
    store: unused,
    remove: unused,
    load: unused,
    save: unused,
  }
}
