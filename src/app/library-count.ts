/** How much is in a library, in words. */
import type { Snapshot } from '../library/snapshot.ts'
import { countPapers, thousands } from '../text/english.ts'

/** `23 papers in 3 lists, 4 notes, 2 searches`; empty for an empty library. */
export function countLibrary(snapshot: Snapshot): string {
  const papers = [...snapshot.papers.values()]
  const saved = papers.filter(({ lists }) => lists.size > 0).length
  const notes = papers.filter(({ note }) => note !== null).length
  const marks = papers.filter(({ done, opened, notForMe }) => done !== null || opened !== null || notForMe !== null)
  const lists = snapshot.lists.length
  return [
    saved > 0 || lists > 1 ? `${countPapers(saved)} in ${counted(lists, 'list', 'lists')}` : '',
    notes > 0 ? counted(notes, 'note', 'notes') : '',
    marks.length > 0 ? `marks on ${countPapers(marks.length)}` : '',
    snapshot.mine.size > 0 ? `${countPapers(snapshot.mine.size)} of your own` : '',
    snapshot.waiting.size > 0 ? counted(snapshot.waiting.size, 'link kept for later', 'links kept for later') : '',
    snapshot.searches.length > 0 ? counted(snapshot.searches.length, 'search', 'searches') : '',
    snapshot.editions.length > 0 ? counted(snapshot.editions.length, 'edition', 'editions') : '',
    snapshot.settings.size > 0 ? counted(snapshot.settings.size, 'choice in Settings', 'choices in Settings') : '',
    snapshot.hidden > 0 ? `${thousands(snapshot.hidden)} things of a newer version` : '',
  ]
    .filter((part) => part !== '')
    .join(', ')
}

function counted(count: number, one: string, many: string): string {
  return `${thousands(count)} ${count === 1 ? one : many}`
}
