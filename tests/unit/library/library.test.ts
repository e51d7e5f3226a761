import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { openLibrary, type Library } from '../../../src/library/library.ts'
import {
  createList,
  deleteList,
  moveToList,
  papersIn,
  removeFromList,
  renameList,
  reorderList,
  saveToList,
} from '../../../src/library/lists.ts'
import { mergeInto } from '../../../src/library/merge.ts'
import {
  bringPapers,
  bytesOfMine,
  deleteMine,
  isKeepable,
  resolveWaiting,
  stopWaiting,
  waitFor,
} from '../../../src/library/mine.ts'
import { addLink, removeLink, writeNote } from '../../../src/library/notes.ts'
import {
  clearOpened,
  markDone,
  markNotForMe,
  markOpened,
  notForMe,
  recentlyOpened,
  unmarkDone,
  unmarkNotForMe,
} from '../../../src/library/reading.ts'
import type { Change } from '../../../src/library/record.ts'
import { deleteSearch, editSearch, markSearchOpened, reorderSearch, saveSearch } from '../../../src/library/searches.ts'
import { choose } from '../../../src/library/settings.ts'
import { sweep } from '../../../src/library/sweep.ts'
import { TO_READ, type Snapshot } from '../../../src/library/snapshot.ts'
import { Clock, openSample, samplePaper } from '../../support/library.ts'

const one = samplePaper(1)
const two = samplePaper(2)

const LINK = { id: 'arxiv-1', url: 'https://arxiv.org/abs/2605.00001', title: '' }

type Step = (snapshot: Snapshot) => Change

const save =
  (number: number, list = TO_READ, now = 10): Step =>
  (s) =>
    saveToList(s, [samplePaper(number)], list, now)
const list =
  (id: string, name: string): Step =>
  (s) =>
    createList(s, id, name)
const kept = (s: Snapshot, id: string) => s.papers.get(id) ?? expect.fail(`${id} is not kept`)
const listOf = (s: Snapshot, id: string) => s.lists.find((l) => l.id === id) ?? expect.fail(`no list ${id}`)
const searchOf = (s: Snapshot, id: string) => s.searches.find((l) => l.id === id) ?? expect.fail(`no search ${id}`)
const ids = (s: Snapshot, name: string): string[] => papersIn(s, name).map(({ id }) => id)

async function act(library: Library, steps: readonly Step[]): Promise<void> {
  for (const step of steps) expect(await library.write(step(library.snapshot))).toMatchObject({ ok: true })
}

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
  ['a list moves before another', [list('a', 'A'), list('b', 'B'), list('c', 'C'), (s) => reorderList(s, listOf(s, 'c'), listOf(s, 'b'))], (s) => s.lists.map((l) => l.id), [TO_READ, 'a', 'c', 'b']],
  ['a list moves to the end', [list('a', 'A'), list('b', 'B'), (s) => reorderList(s, listOf(s, 'a'), null)], (s) => s.lists.map((l) => l.id), [TO_READ, 'b', 'a']],
  ['To read stays first', [list('a', 'A'), (s) => reorderList(s, listOf(s, 'a'), listOf(s, TO_READ))], (s) => s.lists.map((l) => l.id), [TO_READ, 'a']],
  ['a list is renamed', [list('a', 'A'), (s) => renameList(listOf(s, 'a'), ' Diffusion ')], (s) => listOf(s, 'a').name, 'Diffusion'],
  ['To read is renamed', [(s) => renameList(listOf(s, TO_READ), 'Later')], (s) => s.lists.map((l) => l.name), ['Later']],
  ['To read is not deleted', [save(1), (s) => deleteList(s, listOf(s, TO_READ))], (s) => ids(s, TO_READ), ['p1']],
  ['a deleted list takes its papers along', [list('a', 'A'), save(1, 'a'), save(2), (s) => deleteList(s, listOf(s, 'a'))], (s) => [s.lists.length, [...s.papers.keys()]], [1, ['p2']]],
  ['a paper whose list is gone stands in To read', [list('a', 'A'), save(1, 'a'), () => [{ kind: 'list', id: 'a', data: null }]], (s) => ids(s, TO_READ), ['p1']],
  ['and can be removed there', [save(1, 'a'), (s) => removeFromList([kept(s, 'p1')], TO_READ)], (s) => s.papers.size, 0],
  ['and goes back when the list comes', [save(1, 'a'), list('a', 'A')], (s) => [ids(s, TO_READ), ids(s, 'a')], [[], ['p1']]],
  ['a note', [() => writeNote(one, 'read §3')], (s) => [kept(s, 'p1').note, kept(s, 'p1').paper], ['read §3', one]],
  ['a note on what has only its title', [() => writeNote({ id: 'p9', title: 'Nine' }, 'x')], (s) => [kept(s, 'p9').note, kept(s, 'p9').title, kept(s, 'p9').paper], ['x', 'Nine', null]],
  ['an empty note is none', [() => writeNote(one, 'x'), () => writeNote(one, '  ')], (s) => s.papers.size, 0],
  ['a link of one’s own', [() => addLink(one, 'https://example.org/1')], (s) => kept(s, 'p1').link, 'https://example.org/1'],
  ['a link is forgotten', [() => addLink(one, 'https://example.org/1'), () => removeLink(one)], (s) => s.papers.size, 0],
  ['done', [() => markDone([one, two], 7)], (s) => [kept(s, 'p1').done, kept(s, 'p2').done], [7, 7]],
  ['not done', [() => markDone([one], 7), () => unmarkDone([one])], (s) => s.papers.size, 0],
  ['the last opened stands first', [() => markOpened([one], 1), () => markOpened([two], 2), () => markOpened([one], 3)], (s) => recentlyOpened(s).map(({ id }) => id), ['p1', 'p2']],
  ['Recently opened is cleared, other marks stay', [() => markOpened([one, two], 1), () => markDone([one], 1), (s) => clearOpened(s)], (s) => [recentlyOpened(s).length, kept(s, 'p1').done], [0, 1]],
  ['not for me', [() => markNotForMe([one], 4)], (s) => notForMe(s).map(({ title }) => title), ['Paper 1']],
  ['for me after all', [() => markNotForMe([one], 4), () => unmarkNotForMe([one])], (s) => s.papers.size, 0],
  ['searches stand in the order saved', [(s) => saveSearch(s, 'x', 'X', { query: 'moe' }), (s) => saveSearch(s, 'y', 'Y', { query: 'topic:agents' })], (s) => s.searches.map(({ name, query }) => [name, query]), [['X', 'moe'], ['Y', 'topic:agents']]],
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

describe('undo', () => {
  const UNDOABLE: readonly (readonly [string, Step])[] = [
    ['a removal from a list', (s) => removeFromList([kept(s, 'p1')], TO_READ)],
    ['the deletion of a list', (s) => deleteList(s, listOf(s, 'a'))],
    ['a move', (s) => moveToList(s, [kept(s, 'p2')], 'a', TO_READ, 99)],
    ['an emptied note', () => writeNote(one, '')],
    ['a forgotten search', (s) => deleteSearch(searchOf(s, 'x'))],
    ['a cleared Recently opened', (s) => clearOpened(s)],
    ['a new list', (s) => createList(s, 'new', 'New')],
    ['a paper deleted from one’s own', () => deleteMine(['p1'])],
    ['a paper that came for a link', (s) => resolveWaiting(s, [{ id: LINK.id, paper: samplePaper(3) }], 9)],
    ['a second thought on Done', () => markDone([one], 5)],
  ]
  const START: readonly Step[] = [
    list('a', 'A'),
    save(1),
    save(2, 'a'),
    () => writeNote(one, 'good'),
    () => markOpened([one, two], 3),
    () => bringPapers([one], 4),
    (s) => waitFor(s, [LINK], 4),
    (s) => saveSearch(s, 'x', 'X', { query: 'moe' }),
  ]
  it.each(UNDOABLE)('of %s brings back what was, and can itself be undone', async (_, step) => {
    const library = await openSample()
    await act(library, START)
    const before = library.snapshot
    const written = await library.write(step(before))
    const after = library.snapshot
    expect(after).not.toEqual(before)
    const undone = await library.undo(written.ok ? written.value : [])
    expect(library.snapshot).toEqual(before)
    await library.undo(undone.ok ? undone.value : [])
    expect(library.snapshot).toEqual(after)
  })

  it('leaves alone what was changed since', async () => {
    const library = await openSample()
    const written = await library.write(writeNote(one, 'first'))
    await library.write(writeNote(one, 'second'))
    await library.undo(written.ok ? written.value : [])
    expect(kept(library.snapshot, 'p1').note).toBe('second')
  })
})

describe('a change', () => {
  const MISFITS: readonly (readonly [string, Change])[] = [
    ['a list without a name', [{ kind: 'list', id: 'a', data: { name: '', order: 1 } }]],
    ['a paper called __proto__', markDone([{ id: '__proto__', title: 'x' }], 1)],
    ['a link that is a script', addLink(one, 'javascript:alert(1)')],
    ['a link without encryption', addLink(one, 'http://example.org')],
    ['a link that waits for a script', waitFor({ waiting: new Map() }, [{ ...LINK, url: 'javascript:alert(1)' }], 1)],
    ['a paper brought whose code is a script', bringPapers([{ ...one, codeLinks: ['javascript:alert(1)'] }], 1)],
    ['a note of a megabyte', writeNote(one, 'x'.repeat(1_000_000))],
    ['a good one beside a bad one', [...markDone([one], 1), ...markDone([two], NaN)]],
  ]
  it.each(MISFITS)('that does not fit is refused whole: %s', async (_, change) => {
    const library = await openSample()
    expect(await library.write(change)).toMatchObject({ ok: false, error: { kind: 'invalid' } })
    expect(await library.records()).toEqual({ ok: true, value: [] })
    expect(library.unsaved).toEqual([])
  })

  it('is later than what it follows, also when the clock was set back', async () => {
    const clock = new Clock()
    const library = await openSample({ clock })
    await library.write(writeNote(one, 'today'))
    clock.time -= 1_000_000
    await library.write(writeNote(one, 'a clock set back'))
    const records = await library.records()
    expect(records.ok && records.value.find(({ kind }) => kind === 'note')).toMatchObject({
      changed: clock.time + 1_000_001,
      data: { text: 'a clock set back' },
    })
  })

  it('that changes nothing writes nothing', async () => {
    const clock = new Clock()
    const library = await openSample({ clock })
    await library.write(saveToList(library.snapshot, [one], TO_READ, 1))
    const before = await library.records()
    clock.time += 1_000
    await library.write(saveToList(library.snapshot, [one], TO_READ, 2))
    expect(await library.records()).toEqual(before)
  })
})

describe('ids that mean something to JavaScript', () => {
  it.each(['constructor', 'prototype', 'toString', 'hasOwnProperty'])('%s is a paper like any other', async (id) => {
    const library = await openSample()
    await library.write(markDone([{ id, title: id }], 1))
    expect(kept(library.snapshot, id).done).toBe(1)
    expect([...library.snapshot.papers.keys()]).toEqual([id])
  })
})

describe('paper copies that nothing holds', () => {
  const DAY = 86_400_000
  it.each([
    ['are dropped after a day', DAY + 10, true],
    ['stay for a day, for an undo', DAY - 1, false],
  ])('%s', async (_, later, gone) => {
    const clock = new Clock()
    const library = await openSample({ clock })
    await act(library, [save(1), save(2), (s) => removeFromList([kept(s, 'p1')], TO_READ)])
    clock.time += later
    await sweep(library)
    const records = await library.records()
    const copies = records.ok ? records.value.filter(({ kind, data }) => kind === 'paper' && data !== null) : []
    expect(copies.map(({ id }) => id)).toEqual(gone ? ['p2'] : ['p1', 'p2'])
  })
})

describe('a sweep', () => {
  const DAY = 86_400_000
  it('drops a copy that nothing ever held, and one whose note is gone', async () => {
    const clock = new Clock()
    const library = await openSample({ clock })
    await act(library, [() => [{ kind: 'paper', id: 'p1', data: one }], () => writeNote(two, 'x'), () => writeNote(two, '')])
    clock.time += DAY + 10
    await sweep(library)
    const records = await library.records()
    expect(records.ok && records.value.filter(({ data }) => data !== null)).toEqual([])
  }) // prettier-ignore

  it('leaves the edition of a later build in its place', async () => {
    const library = await openSample()
    const later = { kind: 'past-edition', id: '2020-01-01', v: 2, changed: 1, data: { cells: [] } }
    await mergeInto(library, [later], 'merge')
    const { kind, id } = { kind: 'edition', id: '2020-01-01' } as const
    const dated = { day: id, number: 1, since: null, generation: 'g', shown: 0, total: 0 }
    await library.write([{ kind, id, data: { ...dated, kind: 'last', saved: 0, unfolded: 0 } }])
    await sweep(library)
    const records = await library.records()
    expect(records.ok && records.value.find((record) => record.kind === 'past-edition')).toEqual(later)
  })
})

it('a library is opened with patience of its own', async () => {
  const library = openLibrary({ scope: '/patience/', indexedDB: () => new IDBFactory(), now: () => 1 })
  expect(await library.opened).toEqual({ ok: true, value: null })
  library.close()
})

describe('papers brought', () => {
  it('are the same map until one of them changes', async () => {
    const library = await openSample()
    await act(library, [() => bringPapers([one], 1), (s) => waitFor(s, [LINK], 1)])
    const { mine, waiting } = library.snapshot
    await act(library, [save(2), () => markDone([one], 5)])
    expect(library.snapshot.mine).toBe(mine)
    expect(library.snapshot.waiting).toBe(waiting)
    await act(library, [() => bringPapers([two], 2)])
    expect([...library.snapshot.mine.keys()]).toEqual(['p2', 'p1'])
  })
  it('are measured with those to come, each once', async () => {
    const library = await openSample()
    await act(library, [() => bringPapers([one], 1)])
    const bytes = JSON.stringify(one).length
    expect(bytesOfMine(library.snapshot, [])).toBe(bytes)
    expect(bytesOfMine(library.snapshot, [one])).toBe(bytes)
    expect(bytesOfMine(library.snapshot, [two])).toBe(bytes + JSON.stringify(two).length)
  })
  it.each([
    [true, {}],
    [false, { abstract: 'x'.repeat(20_001) }],
    [false, { id: '__proto__' }],
    [false, { page: 'javascript:alert(1)' }],
  ])('can be kept: %j for %j', (keepable, fields) => {
    expect(isKeepable({ ...one, ...fields })).toBe(keepable)
  })
})
