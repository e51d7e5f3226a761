/** Papers that the reader brought: the map of them, their size, and which can be kept. */
import { describe, expect, it } from 'vitest'
import { bringPapers, bytesOfMine, isKeepable, waitFor } from '../../../src/library/mine.ts'
import { markDone } from '../../../src/library/reading.ts'
import { openSample, samplePaper } from '../../support/library.ts'
import { act, LINK, save } from '../../support/steps.ts'

const one = samplePaper(1)
const two = samplePaper(2)

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
