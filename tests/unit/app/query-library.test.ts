/** The reader's library as the filters of Browse see it. */
import { describe, expect, it } from 'vitest'
import { queryLibraryOf } from '../../../src/app/state/query-library.ts'
import { createList, saveToList } from '../../../src/library/lists.ts'
import { bringPapers } from '../../../src/library/mine.ts'
import { markDone } from '../../../src/library/reading.ts'
import { openSample, samplePaper } from '../../support/library.ts'

describe('what filters may count', () => {
  it('are states and lists that hold a paper, the last saved first, and all that are ticked', async () => {
    const library = await openSample()
    await library.write(createList(library.snapshot, 'thesis', 'My Thesis'))
    await library.write(createList(library.snapshot, 'empty', 'Empty'))
    for (const [n, list, at] of [
      [1, 'to-read', 10],
      [2, 'thesis', 30],
      [3, 'to-read', 20],
    ] as const)
      await library.write(saveToList(library.snapshot, [samplePaper(n)], list, at))
    await library.write(markDone([samplePaper(4)], 40))
    const { countable } = queryLibraryOf(library.snapshot, () => 50)
    const counted = (is: readonly string[], list: readonly string[]) =>
      countable({ is, list }).map(({ name, value, papers }) => [`${name}=${value}`, ...papers])
    expect(counted([], [])).toEqual([
      ['is=saved', 'p2', 'p3', 'p1'],
      ['is=done', 'p4'],
      ['list=To read', 'p3', 'p1'],
      ['list=My Thesis', 'p2'],
    ])
    expect(counted(['noted'], ['my-thesis', 'gone'])).toEqual([
      ['is=saved', 'p2', 'p3', 'p1'],
      ['is=done', 'p4'],
      ['is=noted'],
      ['list=my-thesis', 'p2'],
      ['list=gone'],
      ['list=To read', 'p3', 'p1'],
    ])
  })
  it('are the papers that the reader brought, saved or not', async () => {
    const library = await openSample()
    await library.write(bringPapers([samplePaper(1), samplePaper(2)], 5))
    await library.write(saveToList(library.snapshot, [samplePaper(2), samplePaper(3)], 'to-read', 10))
    const { countable, papersOf } = queryLibraryOf(library.snapshot, () => 50)
    expect(papersOf({ name: 'is', value: 'mine' })).toEqual(['p1', 'p2'])
    expect(countable({ is: [], list: [] })).toContainEqual({ name: 'is', value: 'mine', papers: ['p1', 'p2'] })
  })
  it('are none in an empty library', async () => {
    const library = await openSample()
    expect(queryLibraryOf(library.snapshot, () => 0).countable({ is: [], list: [] })).toEqual([])
  })
})
