/** A page that goes out of sight has its copy made; one that comes back from a sleep reads anew. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Library } from '../../../src/library/library.ts'
import { followPageLife } from '../../../src/library/page-life.ts'
import type { SecondCopy } from '../../../src/library/second-copy.ts'

afterEach(() => vi.unstubAllGlobals())

function page() {
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  const window = new EventTarget()
  vi.stubGlobal('document', document)
  vi.stubGlobal('window', window)
  const done: string[] = []
  const library = { reload: () => Promise.resolve(done.push('reads')) } as unknown as Library
  const copy = { flush: () => Promise.resolve(done.push('copies')) } as unknown as SecondCopy
  /** What comes of an event; hidden or shown, and whether from the back-forward cache. */
  const after = (on: EventTarget, name: string, { hidden = false, persisted = false } = {}): string => {
    document.visibilityState = hidden ? 'hidden' : 'visible'
    done.length = 0
    on.dispatchEvent(Object.assign(new Event(name), { persisted }))
    return done.join()
  }
  return { document, window, library, copy, after }
}

describe('a page', () => {
  it.each([
    ['that is hidden copies', 'document', 'visibilitychange', { hidden: true }, 'copies'],
    ['that is shown does nothing', 'document', 'visibilitychange', {}, ''],
    ['that is left copies', 'window', 'pagehide', {}, 'copies'],
    ['that is opened does nothing', 'window', 'pageshow', {}, ''],
    ['that one goes back to reads', 'window', 'pageshow', { persisted: true }, 'reads'],
    ['that thaws reads', 'document', 'resume', {}, 'reads'],
  ] as const)('%s, until it is let go', (_, where, event, how, done) => {
    const made = page()
    const stop = followPageLife(made.library, made.copy)
    expect(made.after(made[where], event, how)).toBe(done)
    stop()
    expect(made.after(made[where], event, how)).toBe('')
  })

  it('without a second copy only reads', () => {
    const made = page()
    followPageLife(made.library, null)
    expect(made.after(made.window, 'pagehide')).toBe('')
    expect(made.after(made.document, 'resume')).toBe('reads')
  })
})
