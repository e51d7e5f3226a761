/** The library in a real browser, without the app: a page whose functions a test calls. */
import { cacheShelf, openCopyShelf } from '../../../src/library/copy-shelf.ts'
import { libraryName, openLibrary } from '../../../src/library/library.ts'
import { readLibraryFile, writeLibraryFile } from '../../../src/library/library-file.ts'
import * as lists from '../../../src/library/lists.ts'
import { mergeInto } from '../../../src/library/merge.ts'
import { writeNote } from '../../../src/library/notes.ts'
import { markDone, unmarkDone } from '../../../src/library/reading.ts'
import type { Change } from '../../../src/library/record.ts'
import { deleteSearch, saveSearch } from '../../../src/library/searches.ts'
import { SecondCopy } from '../../../src/library/second-copy.ts'
import type { Undo } from '../../../src/library/write.ts'
import type { PlainLibrary } from '../library-model.ts'
import { plainPaper } from '../library-model.ts'

const now = (): number => Date.now()
const scope = '/page/'
// As in browsers that let only workers write to the private file system.
if (location.search === '?cache') Reflect.deleteProperty(FileSystemFileHandle.prototype, 'createWritable')

const started = performance.now()
const library = openLibrary({ scope, indexedDB: () => indexedDB, now })
const opened = await library.opened
const openMs = performance.now() - started
// `?alone`: without a second copy.
const shelf = location.search === '?alone' ? null : await openCopyShelf(libraryName(scope))
const copy =
  shelf &&
  new SecondCopy({
    library,
    shelf,
    journal: (await cacheShelf(libraryName(scope))) ?? shelf,
    scope,
    now,
    locks: navigator.locks,
    quiet: location.search === '?quiet' ? 60_000 : 50,
  })
const restored = opened.ok ? await copy?.restore() : undefined

let undoLast: Undo = []

async function write(change: Change): Promise<string> {
  const outcome = await library.write(change)
  await library.entered
  if (outcome.ok) undoLast = outcome.value
  return outcome.ok ? 'kept' : outcome.error.kind
}

const papers = (numbers: readonly number[]) => numbers.map(plainPaper)
const kept = (number: number) => [...library.snapshot.papers.values()].filter(({ id }) => id === plainPaper(number).id)
const listOf = (id: string) => library.snapshot.lists.filter((list) => list.id === id)

const page = {
  openMs,
  restored,
  trouble: () => library.trouble?.kind ?? null,
  save: (numbers: readonly number[], list: string) =>
    write(lists.saveToList(library.snapshot, papers(numbers), list, now())),
  remove: (number: number, list: string) => write(lists.removeFromList(kept(number), list)),
  move: (number: number, from: string, to: string) =>
    write(lists.moveToList(library.snapshot, kept(number), from, to, now())),
  createList: (id: string, name: string) => write(lists.createList(library.snapshot, id, name)),
  deleteList: (id: string) => write(listOf(id).flatMap((list) => lists.deleteList(library.snapshot, list))),
  note: (number: number, text: string) => write(writeNote(plainPaper(number), text)),
  done: (number: number) => write(markDone(papers([number]), now())),
  notDone: (number: number) => write(unmarkDone(papers([number]))),
  saveSearch: (id: string, query: string) => write(saveSearch(library.snapshot, id, id, { query })),
  deleteSearch: (id: string) =>
    write(library.snapshot.searches.filter((search) => search.id === id).flatMap(deleteSearch)),
  undo: async () => (await library.undo(undoLast)).ok,
  retry: async () => (await library.retry()).ok,
  flush: () => copy?.flush(),
  deleteEverything: async () => (await copy?.deleteEverything())?.ok,
  exported: async () => {
    const records = await library.records()
    return writeLibraryFile(records.ok ? records.value : [], 0)
  },
  imported: async (text: string) => {
    const file = await readLibraryFile(text)
    if (!file.ok) return file.error.kind
    const merged = await mergeInto(library, file.value.records, 'merge')
    return merged.ok ? merged.value.puts.length : merged.error.kind
  },
  plain: (): PlainLibrary => {
    const all = [...library.snapshot.papers.values()]
    return {
      lists: library.snapshot.lists.map(({ id, name }) => [
        id,
        name,
        lists
          .papersIn(library.snapshot, id)
          .map((k) => k.id)
          .sort(),
      ]),
      notes: all.flatMap(({ id, note }) => (note === null ? [] : [[id, note] as const])).sort(),
      done: all.flatMap(({ id, done }) => (done === null ? [] : [id])).sort(),
      searches: library.snapshot.searches.map(({ id, query }) => [id, query]),
      whole: all.filter(({ lists, note }) => lists.size > 0 || note !== null).every(({ paper }) => paper !== null),
    }
  },
}

declare global {
  var offprint: typeof page | undefined
}
globalThis.offprint = page
