/** Keeping the screen on: one lock at a time, let go when it is not wanted. */
import { afterEach, expect, it, vi } from 'vitest'
import { ScreenOn } from '../../src/app/state/screen-on.svelte.ts'

/** Locks that a browser has given and not taken back. */
class Locks {
  held = 0
  readonly request = async () => {
    await new Promise((go) => setTimeout(go, 5))
    this.held += 1
    let gone: () => void = () => undefined
    const lock = {
      addEventListener: (_: string, listener: () => void) => (gone = listener),
      release: () => {
        this.held -= 1
        // As in a browser, one hears of it a moment later.
        setTimeout(gone)
        return Promise.resolve()
      },
    }
    return lock
  }
}

afterEach(() => {
  vi.unstubAllGlobals()
})

it.each([
  ['once', [true]],
  ['and not, and again, before the browser has answered', [true, false, true]],
])('wanted %s', async (_, wishes) => {
  const wakeLock = new Locks()
  vi.stubGlobal('navigator', { wakeLock })
  const screen = new ScreenOn()
  for (const wish of wishes) screen.want(wish)
  await vi.waitFor(() => {
    expect(screen.held).toBe(true)
  })
  await new Promise((go) => setTimeout(go, 20))
  screen.want(false)
  expect(wakeLock.held).toBe(0)
  await vi.waitFor(() => {
    expect(screen.held).toBe(false)
  })
  screen.destroy()
})

it('is on after a pause that was short', async () => {
  const wakeLock = new Locks()
  vi.stubGlobal('navigator', { wakeLock })
  const screen = new ScreenOn()
  screen.want(true)
  await vi.waitFor(() => {
    expect(screen.held).toBe(true)
  })
  screen.want(false)
  screen.want(true)
  await vi.waitFor(() => {
    expect([wakeLock.held, screen.held]).toEqual([1, true])
  })
  screen.destroy()
})
