/** What a reader can do with what is kept, each as a change and the words that say so; loaded after the first paint. */
import type { Day } from '../../base/days.ts'
import type { Edition } from '../../digest/edition.ts'
import { writeRules, type Rules } from '../../digest/rules.ts'
import { editionChange } from '../../library/editions.ts'
import * as lists from '../../library/lists.ts'
import * as notes from '../../library/notes.ts'
import * as reading from '../../library/reading.ts'
import { choose } from '../../library/settings.ts'
import * as searches from '../../library/searches.ts'
import { TO_READ, type Kept, type List, type SavedSearch, type Snapshot } from '../../library/snapshot.ts'
import type { renameListIn } from '../../query/rename.ts'
import { countPapers } from '../../text/english.ts'
import type { Deed, Scene } from './deed.ts'
import { OWN_DEEDS } from './own-deeds.ts'
import { WANTED_DEEDS } from './wanted-deeds.ts'

type Papers = readonly lists.Named[]

function setInList({ snapshot, now }: Scene, papers: Papers, list: string, wanted: boolean): Deed {
  const name = snapshot.lists.find(({ id }) => id === list)?.name ?? list
  const which = papers.length === 1 ? '' : `${countPapers(papers.length)} `
  if (wanted) {
    const change = lists.saveToList(snapshot, papers, list, now)
    return { change, words: `${which === '' ? 'Saved' : `${which}saved`} to ${name}` }
  }
  const change = lists.removeFromList(keptOf(snapshot, papers), list)
  return { change, words: `${which === '' ? 'Removed' : `${which}removed`} from ${name}` }
}

function toggleSaved(scene: Scene, paper: lists.Named): Deed {
  return setInList(scene, [paper], TO_READ, !scene.snapshot.papers.get(paper.id)?.lists.has(TO_READ))
}

function setDone({ now }: Scene, papers: Papers, wanted: boolean): Deed {
  const which = papers.length === 1 ? '' : `${countPapers(papers.length)}: `
  return wanted
    ? { change: reading.markDone(papers, now), words: `${which}Done` }
    : { change: reading.unmarkDone(papers), words: `${which}No longer Done` }
}

function toggleDone(scene: Scene, paper: lists.Named): Deed {
  return setDone(scene, [paper], !isMarked(scene, paper, 'done'))
}

function toggleNotForMe(scene: Scene, paper: lists.Named): Deed {
  return setNotForMe(scene, [paper], !isMarked(scene, paper, 'notForMe'))
}

function setNotForMe({ now }: Scene, papers: Papers, wanted: boolean): Deed {
  return wanted
    ? { change: reading.markNotForMe(papers, now), words: 'Not for me' }
    : { change: reading.unmarkNotForMe(papers), words: 'No longer marked Not for me' }
}

function recordOpened({ now }: Scene, paper: lists.Named): Deed {
  return { change: reading.markOpened([paper], now), words: null }
}

/** Its abstract was unfolded; the first time counts. */
function recordUnfolded({ snapshot, now }: Scene, paper: lists.Named): Deed {
  const before = snapshot.papers.get(paper.id)?.unfolded ?? null
  return { change: before === null ? reading.markUnfolded([paper], now) : [], words: null }
}

/** The reader came to the end of a day's edition. */
function finishEdition({ now }: Scene, day: Day, minutes: number): Deed {
  return { change: [{ kind: 'finished', id: day, data: { at: now, minutes } }], words: null }
}

/** The rules of the digest, and with them what they make of an edition that is kept. */
function chooseRules(
  { snapshot }: Scene,
  rules: Rules,
  revised: { readonly before: Edition; readonly after: Edition } | null,
  words: string,
): Deed {
  const settings = writeRules(snapshot.settings, rules).flatMap(([name, value]) => choose(name, value))
  const edition = revised ? editionChange(revised.after, revised.before) : []
  return { change: [...settings, ...edition], words }
}

function clearOpened({ snapshot }: Scene): Deed {
  return { change: reading.clearOpened(snapshot), words: 'Recently opened is cleared' }
}

/** Takes some papers out of Recently opened. */
function forgetOpened(_scene: Scene, papers: Papers): Deed {
  const change = papers.map(({ id }) => ({ kind: 'opened', id, data: null }) as const)
  return { change, words: `${countPapers(papers.length)} removed from Recently opened` }
}

/** Takes papers out of every list they are in. */
function removeEverywhere({ snapshot }: Scene, papers: Papers): Deed {
  const kept = keptOf(snapshot, papers)
  const change = snapshot.lists.flatMap(({ id }) =>
    lists.removeFromList(
      kept.filter((one) => one.lists.has(id)),
      id,
    ),
  )
  return { change, words: `${countPapers(papers.length)} removed from all lists` }
}

function moveToList({ snapshot, now }: Scene, papers: Papers, from: string, to: List): Deed {
  const change = lists.moveToList(snapshot, keptOf(snapshot, papers), from, to.id, now)
  return { change, words: `${countPapers(papers.length)} moved to ${to.name}` }
}

/** A new list, with papers in it from the start where some are given. */
function createList({ snapshot, now }: Scene, id: string, name: string, papers: Papers = []): Deed {
  const change = [...lists.createList(snapshot, id, name), ...lists.saveToList(snapshot, papers, id, now)]
  return { change, words: papers.length === 0 ? `List “${name.trim()}” made` : `Saved to ${name.trim()}` }
}

/** Saved searches that name the list follow it, by the code of the query language, which comes when it is needed. */
function renameList(
  { snapshot: { lists: all, searches: saved } }: Scene,
  list: List,
  name: string,
  renameIn: typeof renameListIn,
): Deed {
  const others = all.filter(({ id }) => id !== list.id).map((other) => other.name)
  const naming = { from: list.name, to: name.trim(), others, searches: saved }
  const followed = saved.flatMap((search) => {
    const query = renameIn(search.query, naming)
    return query === search.query ? [] : searches.editSearch(search, search.name, query)
  })
  const change = [...lists.renameList(list, name), ...followed]
  return { change, words: `List “${list.name}” is now “${name.trim()}”` }
}

/** One place up or down among the lists; To read stays first. */
function shiftList({ snapshot }: Scene, list: List, by: 1 | -1): Deed {
  const before = placeAfterShift(snapshot.lists, list, by)
  return { change: lists.reorderList(snapshot, list, before), words: `${list.name} moved ${by === 1 ? 'down' : 'up'}` }
}

function deleteList({ snapshot }: Scene, list: List): Deed {
  return { change: lists.deleteList(snapshot, list), words: `List “${list.name}” deleted` }
}

function writeNote({ snapshot }: Scene, paper: lists.Named, text: string): Deed {
  const removed = text.trim() === '' && (snapshot.papers.get(paper.id)?.note ?? null) !== null
  return { change: notes.writeNote(paper, text), words: removed ? 'Note removed' : null }
}

function addLink(_scene: Scene, paper: lists.Named, url: string): Deed {
  return { change: notes.addLink(paper, url), words: 'Link added' }
}

function removeLink(_scene: Scene, paper: lists.Named): Deed {
  return { change: notes.removeLink(paper), words: 'Link removed' }
}

function saveSearch(
  { snapshot }: Scene,
  id: string,
  name: string,
  question: searches.Question,
  opening: searches.Opening | null,
): Deed {
  const opened = opening === null ? [] : searches.markSearchOpened({ id }, opening)
  return {
    change: [...searches.saveSearch(snapshot, id, name, question), ...opened],
    words: `Search “${name.trim()}” saved`,
  }
}

function renameSearch(_scene: Scene, search: SavedSearch, name: string): Deed {
  return {
    change: searches.editSearch(search, name, search.query),
    words: `Search “${search.name}” is now “${name.trim()}”`,
  }
}

function shiftSearch({ snapshot }: Scene, search: SavedSearch, by: 1 | -1): Deed {
  const before = placeAfterShift(snapshot.searches, search, by)
  const words = `${search.name} moved ${by === 1 ? 'down' : 'up'}`
  return { change: searches.reorderSearch(snapshot, search, before), words }
}

function deleteSearch(_scene: Scene, search: SavedSearch): Deed {
  return { change: searches.deleteSearch(search), words: `Search “${search.name}” deleted` }
}

function recordSearchOpened(_scene: Scene, search: SavedSearch, opening: searches.Opening): Deed {
  return { change: searches.markSearchOpened(search, opening), words: null }
}

function isMarked({ snapshot }: Scene, { id }: lists.Named, mark: 'done' | 'notForMe'): boolean {
  return (snapshot.papers.get(id)?.[mark] ?? null) !== null
}

function keptOf(snapshot: Snapshot, papers: Papers): readonly Kept[] {
  return papers.flatMap(({ id }) => snapshot.papers.get(id) ?? [])
}

/** The one that will stand behind; null where that is the end. */
function placeAfterShift<Row extends { readonly id: string }>(
  row: readonly Row[],
  { id }: { readonly id: string },
  by: 1 | -1,
): Row | null {
  const at = row.findIndex((one) => one.id === id)
  return row[by === 1 ? at + 2 : at - 1] ?? null
}

/** Every deed by its name. */
export const DEEDS = {
  setInList,
  toggleSaved,
  setDone,
  toggleDone,
  toggleNotForMe,
  setNotForMe,
  recordOpened,
  recordUnfolded,
  finishEdition,
  chooseRules,
  clearOpened,
  forgetOpened,
  removeEverywhere,
  moveToList,
  createList,
  renameList,
  shiftList,
  deleteList,
  writeNote,
  addLink,
  removeLink,
  saveSearch,
  renameSearch,
  shiftSearch,
  deleteSearch,
  recordSearchOpened,
  ...OWN_DEEDS,
  ...WANTED_DEEDS,
}
