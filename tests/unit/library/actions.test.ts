/** What a reader does to a library, seen at once and after it is opened again. */
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import {
  deleteList,
  moveToList,
  papersIn,
  removeFromList,
  renameList,
  reorderList,
  saveToList,
} from '../../../src/library/lists.ts'
import { bringPapers, deleteMine, resolveWaiting, stopWaiting, waitFor } from '../../../src/library/mine.ts'
import { addLink, removeLink, writeNote } from '../../../src/library/notes.ts'
import {
  clearOpened,
  markDone,
  markNotForMe,
  markOpened,
  markUnfolded,
  notForMe,
  recentlyOpened,
  unmarkDone,
  unmarkNotForMe,
} from '../../../src/library/reading.ts'
import { deleteSearch, editSearch, markSearchOpened, reorderSearch, saveSearch } from '../../../src/library/searches.ts'
import { choose } from '../../../src/library/settings.ts'
import { TO_READ, type Snapshot } from '../../../src/library/snapshot.ts'
import { openSample, samplePaper } from '../../support/library.ts'
import { act, kept, LINK, list, listOf, save, searchOf, type Step } from '../../support/steps.ts'

const one = samplePaper(1)
const two = samplePaper(2)
const ids = (s: Snapshot, name: string): string[] => papersIn(s, name).map(({ id }) => id)

// prettier-ignore
const ACTIONS: readonly (readonly [string, readonly Step[], (s: Snapshot) => unknown, unknown])[] = [
  ['To read is there from the start', [], (s) => s.lists.map((l) => l.name), ['To read']],
  ['a save keeps a copy of the paper', [save(1)], (s) => kept(s, 'p1').paper, one],
  ['the last saved stands first', [save(1), save(2, TO_READ, 20)], (s) => ids(s, TO_READ), ['p2', 'p1']],
  ['a second save keeps the place', [save(1), save(2, TO_READ, 20), save(1, TO_READ, 30)], (s) => ids(s, TO_READ), ['p2', 'p1']],
  ['a paper can be in two lists', [list('a', 'A'), save(1), save(1, 'a')], (s) => [...kept(s, 'p1').lists.keys()].sort(), ['a', TO_READ]],
  ['what comes by link has only its title', [(s) => saveToList(s, [{ id: 'p9', title: 'Nine' }], TO_READ, 1)], (s) => [kept(s, 'p9').title, kept(s, 'p9').paper], ['Nine', null]],
  ['a removed paper is gone', [save(1), (s) => removeFromList([kept(s, 'p1')], TO_READ)], (s) => s.papers.size, 0],
  ['a removed paper with a note stays', [save(1), () => writeNote(one, 'good'), (s) => removeFromList([kept(s, 'p1')], TO_READ)], (s) => [kept(s, 'p1').note, kept(s, 'p1').lists.size], ['good', 0]],
  ['a move', [list('a', 'A'), save(1), (s) => moveToList(s, [kept(s, 'p1')], TO_READ, 'a', 5)], (s) => [ids(s, TO_READ), ids(s, 'a'), kept(s, 'p1').paper], [[], ['p1'], one]],
  ['a move to where it is', [save(1), (s) => moveToList(s, [kept(s, 'p1')], TO_READ, TO_READ, 5)], (s) => ids(s, TO_READ), ['p1']],
  ['a move of what has only its title', [list('a', 'A'), (s) => saveToList(s, [{ id: 'p9', title: 'Nine' }], TO_READ, 1), (s) => moveToList(s, [kept(s, 'p9')], TO_READ, 'a', 5)], (s) => [ids(s, TO_READ), ids(s, 'a'), kept(s, 'p9').title], [[], ['p9'], 'Nine']],
  ['what was saved at once stands by its id', [(s) => saveToList(s, [samplePaper(3), samplePaper(1), samplePaper(2)], TO_READ, 1)], (s) => ids(s, TO_READ), ['p1', 'p2', 'p3']],
  ['lists of one place stand by their id', [() => [{ kind: 'list', id: 'b', data: { name: 'B', order: 1 } }, { kind: 'list', id: 'c', data: { name: 'C', order: 1 } }, { kind: 'list', id: 'a', data: { name: 'A', order: 1 } }]], (s) => s.lists.map((l) => l.id), [TO_READ, 'a', 'b', 'c']],
  ['lists stand in the order made', [list('a', 'A'), list('b', 'B')], (s) => s.lists.map((l) => l.id), [TO_READ, 'a', 'b']],
  ['a list is named without the spaces around it', [list('a', ' A ')], (s) => listOf(s, 'a').name, 'A'],
  ['a list moves before another', [list('a', 'A'), list('b', 'B'), list('c', 'C'), (s) => reorderList(s, listOf(s, 'c'), listOf(s, 'b'))], (s) => s.lists.map((l) => l.id), [TO_READ, 'a', 'c', 'b']],
  ['a list moves to the end', [list('a', 'A'), list('b', 'B'), (s) => reorderList(s, listOf(s, 'a'), null)], (s) => s.lists.map((l) => l.id), [TO_READ, 'b', 'a']],
  ['To read stays first', [list('a', 'A'), (s) => reorderList(s, listOf(s, 'a'), listOf(s, TO_READ))], (s) => s.lists.map((l) => l.id), [TO_READ, 'a']],
  ['To read does not move', [list('a', 'A'), (s) => reorderList(s, listOf(s, TO_READ), null)], (s) => s.lists.map((l) => l.id), [TO_READ, 'a']],
  ['a list is renamed', [list('a', 'A'), (s) => renameList(listOf(s, 'a'), ' Diffusion ')], (s) => listOf(s, 'a').name, 'Diffusion'],
  ['To read is renamed', [(s) => renameList(listOf(s, TO_READ), 'Later')], (s) => s.lists.map((l) => l.name), ['Later']],
  ['To read is not deleted', [save(1), (s) => deleteList(s, listOf(s, TO_READ))], (s) => ids(s, TO_READ), ['p1']],
  ['a deleted list takes its papers along', [list('a', 'A'), save(1, 'a'), save(2), (s) => deleteList(s, listOf(s, 'a'))], (s) => [s.lists.length, [...s.papers.keys()]], [1, ['p2']]],
  ['a paper whose list is gone stands in To read', [list('a', 'A'), save(1, 'a'), () => [{ kind: 'list', id: 'a', data: null }]], (s) => ids(s, TO_READ), ['p1']],
  ['and can be removed there', [save(1, 'a'), (s) => removeFromList([kept(s, 'p1')], TO_READ)], (s) => s.papers.size, 0],
  ['and goes back when the list comes', [save(1, 'a'), list('a', 'A')], (s) => [ids(s, TO_READ), ids(s, 'a')], [[], ['p1']]],
  ['of two lists that are gone the earlier save counts', [save(1, 'a', 10), save(1, 'b', 20)], (s) => kept(s, 'p1').lists, new Map([[TO_READ, 10]])],
  ['whichever of them it was', [save(1, 'a', 20), save(1, 'b', 10)], (s) => kept(s, 'p1').lists, new Map([[TO_READ, 10]])],
  ['a note', [() => writeNote(one, 'read §3')], (s) => [kept(s, 'p1').note, kept(s, 'p1').paper], ['read §3', one]],
  ['a note on what has only its title', [() => writeNote({ id: 'p9', title: 'Nine' }, 'x')], (s) => [kept(s, 'p9').note, kept(s, 'p9').title, kept(s, 'p9').paper], ['x', 'Nine', null]],
  ['an empty note is none', [() => writeNote(one, 'x'), () => writeNote(one, '  ')], (s) => s.papers.size, 0],
  ['a link of one’s own', [() => addLink(one, 'https://example.org/1')], (s) => kept(s, 'p1').link, 'https://example.org/1'],
  ['a link without the spaces around it', [() => addLink(one, ' https://example.org/1 ')], (s) => kept(s, 'p1').link, 'https://example.org/1'],
  ['a link is forgotten', [() => addLink(one, 'https://example.org/1'), () => removeLink(one)], (s) => s.papers.size, 0],
  ['done', [() => markDone([one, two], 7)], (s) => [kept(s, 'p1').done, kept(s, 'p2').done], [7, 7]],
  ['not done', [() => markDone([one], 7), () => unmarkDone([one])], (s) => s.papers.size, 0],
  ['the last opened stands first', [() => markOpened([one], 1), () => markOpened([two], 2), () => markOpened([one], 3)], (s) => recentlyOpened(s).map(({ id }) => id), ['p1', 'p2']],
  ['Recently opened is cleared, other marks stay', [() => markOpened([one, two], 1), () => markDone([one], 1), (s) => clearOpened(s)], (s) => [recentlyOpened(s).length, kept(s, 'p1').done], [0, 1]],
  ['not for me', [() => markNotForMe([one], 4)], (s) => notForMe(s).map(({ title }) => title), ['Paper 1']],
  ['for me after all', [() => markNotForMe([one], 4), () => unmarkNotForMe([one])], (s) => s.papers.size, 0],
  ['unfolded', [() => markUnfolded([one], 5)], (s) => [kept(s, 'p1').unfolded, kept(s, 'p1').title], [5, 'Paper 1']],
  ['searches stand in the order saved', [(s) => saveSearch(s, 'x', 'X', { query: 'moe' }), (s) => saveSearch(s, 'y', 'Y', { query: 'topic:agents' })], (s) => s.searches.map(({ name, query }) => [name, query]), [['X', 'moe'], ['Y', 'topic:agents']]],
  ['a search is named without the spaces around it, first and later', [(s) => saveSearch(s, 'x', ' X ', { query: 'moe' }), (s) => saveSearch(s, 'y', 'Y', { query: 'tts' }), (s) => editSearch(searchOf(s, 'y'), ' Voice ', 'tts')], (s) => s.searches.map(({ name }) => name), ['X', 'Voice']],
  ['a search is edited and moved', [(s) => saveSearch(s, 'x', 'X', { query: 'moe' }), (s) => saveSearch(s, 'y', 'Y', { query: 'tts' }), (s) => reorderSearch(s, searchOf(s, 'y'), searchOf(s, 'x')), (s) => editSearch(searchOf(s, 'y'), 'Voice', 'tts OR asr')], (s) => s.searches.map(({ name, query }) => [name, query]), [['Voice', 'tts OR asr'], ['X', 'moe']]],
  ['a search knows when it was opened', [(s) => saveSearch(s, 'x', 'X', { query: 'moe' }), (s) => markSearchOpened(searchOf(s, 'x'), { generation: 'g1', day: '2026-11-22', found: ['a'] })], (s) => searchOf(s, 'x').lastOpened, { generation: 'g1', day: '2026-11-22', found: ['a'] }],
  ['a search keeps its order through a new name, another query and a move', [(s) => saveSearch(s, 'x', 'X', { query: 'moe', sort: 'title' }), (s) => saveSearch(s, 'y', 'Y', { query: 'tts' }), (s) => editSearch(searchOf(s, 'x'), 'Experts', 'moe'), (s) => editSearch(searchOf(s, 'x'), 'Experts', 'topic:moe'), (s) => reorderSearch(s, searchOf(s, 'x'), null)], (s) => s.searches.map(({ name, query, sort }) => [name, query, sort]), [['Y', 'tts', undefined], ['Experts', 'topic:moe', 'title']]],
  ['a search is forgotten', [(s) => saveSearch(s, 'x', 'X', { query: 'moe' }), (s) => deleteSearch(searchOf(s, 'x'))], (s) => s.searches, []],
  ['the last paper brought stands first', [() => bringPapers([one], 1), () => bringPapers([two], 2)], (s) => [...s.mine].map(([id, { at, paper }]) => [id, at, paper]), [['p2', 2, two], ['p1', 1, one]]],
  ['papers brought at once stand as in their file', [() => bringPapers([samplePaper(10), samplePaper(9), two], 1)], (s) => [...s.mine.keys()], ['p2', 'p9', 'p10']],
  ['a paper brought is in no list', [() => bringPapers([one], 1)], (s) => s.papers.size, 0],
  ['a mark on it keeps no copy but that one', [() => bringPapers([one], 1), () => markDone([one], 2)], (s) => kept(s, 'p1').paper, one],
  ['a paper brought is deleted', [() => bringPapers([one, two], 1), () => deleteMine(['p1'])], (s) => [...s.mine.keys()], ['p2']],
  ['and stays where it is saved', [() => bringPapers([one], 1), save(1), () => deleteMine(['p1'])], (s) => [s.mine.size, kept(s, 'p1').paper], [0, one]],
  ['a paper under an id that is not its own is none', [() => [{ kind: 'mine', id: 'p3', data: { at: 1, paper: one } }]], (s) => s.mine.size, 0],
  ['a link waits, and keeps its place', [(s) => waitFor(s, [LINK], 1), (s) => waitFor(s, [{ ...LINK, title: 'One' }], 2)], (s) => [...s.waiting], [['arxiv-1', { at: 1, url: LINK.url, title: 'One' }]]],
  ['a link waits no longer', [(s) => waitFor(s, [LINK], 1), () => stopWaiting([LINK.id])], (s) => s.waiting.size, 0],
  ['its paper comes: saved, linked, not waited for', [(s) => waitFor(s, [LINK], 1), (s) => resolveWaiting(s, [{ id: LINK.id, paper: one }], 2)], (s) => [ids(s, TO_READ), kept(s, 'p1').link, kept(s, 'p1').paper, s.waiting.size], [['p1'], LINK.url, one, 0]],
  ['a link that the reader gave it stays', [(s) => waitFor(s, [LINK], 1), () => addLink(one, 'https://example.org/1'), (s) => resolveWaiting(s, [{ id: LINK.id, paper: one }], 2)], (s) => kept(s, 'p1').link, 'https://example.org/1'],
  ['links that came at once wait by their id, the last kept first', [(s) => waitFor(s, [{ ...LINK, id: 'b' }, { ...LINK, id: 'c' }, { ...LINK, id: 'a' }], 1), (s) => waitFor(s, [{ ...LINK, id: 'd' }], 2)], (s) => [...s.waiting.keys()], ['d', 'a', 'b', 'c']],
  ['what no longer waits is not saved', [(s) => resolveWaiting(s, [{ id: LINK.id, paper: one }], 2)], (s) => s.papers.size, 0],
  ['a choice', [() => choose('look-up', 'arxiv')], (s) => s.settings.get('look-up'), 'arxiv'],
  ['a choice taken back', [() => choose('look-up', 'arxiv'), () => choose('look-up', null)], (s) => s.settings.size, 0],
]

describe('what a reader does', () => {
  it.each(ACTIONS)('%s', async (_, steps, see, expected) => {
    const factory = new IDBFactory()
    const library = await openSample({ factory, scope: '/actions/' })
    await act(library, steps)
    expect(see(library.snapshot)).toEqual(expected)
    library.close()
    const again = await openSample({ factory, scope: '/actions/' })
    expect(see(again.snapshot), 'after opening again').toEqual(expected)
    again.close()
  })
})
