import { describe, expect, it } from 'vitest'
import { everyRecord } from '../../../src/library/take-out.ts'
import { saveToList } from '../../../src/library/lists.ts'
import { Clock, failFrom, openSample, samplePaper } from '../../support/library.ts'

const names = async (library: Parameters<typeof everyRecord>[0]): Promise<readonly string[]> =>
  (await everyRecord(library)).map(({ kind, id }) => `${kind} ${id}`).sort()

describe('what can be taken out', () => {
  it('is what is on disk, where nothing was refused', async () => {
    const library = await openSample()
    await library.write(saveToList(library.snapshot, [samplePaper(1)], 'to-read', 1))
    expect(await names(library)).toEqual(['entry to-read:p1', 'paper p1'])
    library.close()
  })

  it('is what is on disk, and what the disk refused', async () => {
    const clock = new Clock()
    const library = await openSample({ clock })
    await library.write(saveToList(library.snapshot, [samplePaper(1)], 'to-read', clock.now()))
    const fault = failFrom(1, Infinity, 'throws')
    await library.write(saveToList(library.snapshot, [samplePaper(2)], 'to-read', clock.now()))
    const all = ['entry to-read:p1', 'entry to-read:p2', 'paper p1', 'paper p2']
    expect(await names(library), 'while the database does not answer').toEqual(all)
    fault.undo()
    expect(library.unsaved).toHaveLength(2)
    expect(await names(library), 'when it answers again').toEqual(all)
    library.close()
  })
})
