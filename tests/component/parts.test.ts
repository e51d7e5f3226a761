/** Parts that come when they are needed: where one does not, it is mended, asked for again, or the page is loaded again. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Part } from '../../src/app/state/part.svelte.ts'
import { LATE_MS, Parts } from '../../src/app/state/parts.ts'

const code = { default: 'code' }
const FIRST = 'http://localhost:3000/assets/core-1.js'
const LATER = 'http://localhost:3000/assets/later-1.js'
const PAGE = '<title>Offprint</title><script type="module" src="./assets/core-1.js"></script>'

/** Gives the outcomes in turn, the last one for ever; an error is thrown. */
const asked = (...outcomes: readonly unknown[]) => {
  const left = [...outcomes]
  return vi.fn(() => {
    const outcome = left.length > 1 ? left.shift() : left[0]
    return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome as typeof code)
  })
}
const gone = new Error('made up')

function parts(mends = false) {
  const reload = vi.fn<() => void>()
  return { reload, parts: new Parts({ mend: () => Promise.resolve(mends) }, reload) }
}

describe('a part', () => {
  it.each([
    ['comes', asked(code), false, true, 1],
    ['does not come, and there is nothing to mend', asked(gone, code), false, false, 1],
    ['comes once its file is mended', asked(gone, code), true, true, 2],
    ['does not come, mended or not', asked(gone), true, false, 2],
    ['is an empty file', asked({}), false, false, 1],
  ])('%s', async (_, ask, mends, comes, times) => {
    const came = await parts(mends)
      .parts.bring(ask)
      .then(
        (given) => given === code,
        () => false,
      )
    expect([came, ask.mock.calls.length]).toEqual([comes, times])
  })
})

describe('asked for again, where the host has', () => {
  beforeEach(() => {
    const first = Object.assign(document.createElement('script'), { type: 'module', src: FIRST })
    vi.spyOn(document, 'scripts', 'get').mockReturnValue([first] as unknown as HTMLCollectionOf<HTMLScriptElement>)
    const entries = [FIRST, LATER].map((name) => performance.mark(name))
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue(entries)
  })
  afterEach(() => {
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  })
  const SCRIPT = 'export default 1'
  it.each([
    ['all of it, it comes', PAGE, SCRIPT, code, true, false],
    ['all of it, and the browser still has the old one, the page is loaded again', PAGE, SCRIPT, gone, false, true],
    ['the page, and not the part, it says so', PAGE, null, gone, false, false],
    ['another page under the name of the part, it says so', PAGE, '<!doctype html>', gone, false, false],
    ['a newer version, the page is loaded again', PAGE.replace('core-1', 'core-2'), null, gone, false, true],
    ['another page, it says so', '<title>Sign in</title>', SCRIPT, gone, false, false],
    ['nothing, it says so', null, null, gone, false, false],
  ])('%s', async (_, page, script, outcome, comes, reloads) => {
    const fetched: string[] = []
    vi.stubGlobal('fetch', (address: string, { cache }: RequestInit) => {
      fetched.push(String(cache))
      const body = address.endsWith('.js') ? script : page
      return Promise.resolve(new Response(body ?? '', { status: body === null ? 404 : 200 }))
    })
    const { parts: these, reload } = parts()
    const came = await these.again(asked(outcome)).then(
      () => true,
      () => false,
    )
    expect([came, reload.mock.calls.length > 0]).toEqual([comes, reloads])
    // The first script runs, and is not fetched once more.
    expect(fetched.filter((cache) => cache === 'reload').length).toBeLessThanOrEqual(1)
  })
})

describe('where it is to stand', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  it('says that it did not come, until it has', async () => {
    const part = new Part(parts().parts, asked(gone))
    await vi.advanceTimersByTimeAsync(0)
    expect(part.absent).toBe(true)
    part.come(code)
    expect([part.absent, part.code]).toEqual([false, code])
  })
  it('says so of what is late, and shows it all the same', async () => {
    let arrive: (given: typeof code) => void = () => undefined
    const part = new Part(parts().parts, () => new Promise<typeof code>((come) => (arrive = come)))
    await vi.advanceTimersByTimeAsync(LATE_MS - 1)
    expect(part.absent).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(part.absent).toBe(true)
    arrive(code)
    await vi.advanceTimersByTimeAsync(0)
    expect([part.absent, part.code]).toEqual([false, code])
  })
})
