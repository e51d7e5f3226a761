import { describe, expect, it } from 'vitest'
import { joinInSlices } from '../../../src/app/slices.ts'

/** Pieces that take a millisecond each. */
function* slow(count: number): Iterable<string> {
  for (let n = 0; n < count; n++) {
    const end = performance.now() + 1
    while (performance.now() < end);
    yield 'x'
  }
}

describe('long work', () => {
  it('gives the window its turn, tells how far it is, and loses nothing', async () => {
    let turns = 0
    const timer = setInterval(() => turns++)
    const seen: number[] = []
    const text = await joinInSlices(slow(100), { onprogress: (pieces) => seen.push(pieces) })
    clearInterval(timer)
    expect(text).toBe('x'.repeat(100))
    expect(turns).toBeGreaterThan(3)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(seen.length).toBeGreaterThan(3)
  })
  it('ends when it is no longer wanted', async () => {
    const stop = new AbortController()
    const onprogress = () => {
      stop.abort()
    }
    expect(await joinInSlices(slow(100), { onprogress, signal: stop.signal })).toBeNull()
  })
})
