/** Undo of what a reader did. */
import { describe, expect, it } from 'vitest'
import { createList, deleteList, moveToList, removeFromList } from '../../../src/library/lists.ts'
import { bringPapers, deleteMine, resolveWaiting, waitFor } from '../../../src/library/mine.ts'
import { writeNote } from '../../../src/library/notes.ts'
import { clearOpened, markDone, markOpened } from '../../../src/library/reading.ts'
import { deleteSearch, saveSearch } from '../../../src/library/searches.ts'
import { TO_READ } from '../../../src/library/snapshot.ts'
import { openSample, samplePaper } from '../../support/library.ts'
import { act, kept, LINK, list, listOf, save, searchOf, type Step } from '../../support/steps.ts'

const one = samplePaper(1)
const two = samplePaper(2)

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
