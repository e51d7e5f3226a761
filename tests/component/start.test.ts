/** The start of the page: what says that it did not start goes once the app stands there, and no sooner. */
import { expect, it, vi } from 'vitest'

const { mount } = vi.hoisted(() => ({ mount: vi.fn<(app: unknown, where: { target: Element }) => void>() }))
vi.mock('svelte', async (original) => ({ ...(await original<typeof import('svelte')>()), mount }))
vi.mock('../../src/app/App.svelte', () => ({ default: null }))
vi.mock('../../src/app/state/app.ts', () => {
  const part = { start: () => undefined }
  return {
    createAppState: () => ({ theme: part, today: part, router: part, install: part, keyboard: part, library: part }),
  }
})

it.each([
  ['stands there alone', (target: Element) => target.append('The app'), 'The app'],
  [
    'that cannot be drawn leaves the sentence',
    () => {
      throw new Error('made up')
    },
    'Offprint did not start',
  ],
])('an app %s', async (_, draw, seen) => {
  vi.resetModules()
  vi.useFakeTimers()
  vi.stubGlobal(
    'Worker',
    class extends EventTarget {
      postMessage = () => undefined
    },
  )
  document.body.innerHTML = '<div id="app"><main class="boot">Offprint did not start</main></div>'
  mount.mockImplementation((_app, { target }) => draw(target))
  await import('../../src/main.ts')
  try {
    vi.advanceTimersByTime(0)
  } catch (cause) {
    expect(cause).toEqual(new Error('made up'))
  }
  expect(document.body.textContent).toBe(seen)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})
