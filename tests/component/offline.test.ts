/** The app on the device: what the mark says, when a newer version is offered, and whom a change of worker concerns. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Offline } from '../../src/app/state/offline.svelte.ts'
import { FakeContainer, FakeWorker, type FakeRegistration } from '../support/fake-service-worker.ts'

vi.mock('../../src/app/calm.ts', () => ({ whenCalm: (work: () => void) => work() }))

const seconds = (count: number): Promise<unknown> => vi.advanceTimersByTimeAsync(count * 1_000)
const asked = ({ heard }: FakeWorker): number => heard.filter((type) => type === 'MISSING').length

/** A worker's way from the first byte to the page. */
function takeOver(container: FakeContainer, worker: FakeWorker): void {
  const { registration } = container
  registration.find(worker)
  registration.install(worker)
  registration.activate(worker)
  container.control(worker)
}

/** A started app; `before` says what was there, and whether the page came past the service worker. */
async function start(before: (container: FakeContainer) => void = () => undefined, { past = false } = {}) {
  const container = new FakeContainer()
  before(container)
  Object.defineProperty(navigator, 'serviceWorker', { value: container, configurable: true })
  Object.defineProperty(performance, 'getEntriesByType', {
    value: () => [{ workerStart: past ? 0 : 1 }],
    configurable: true,
  })
  const reload = vi.fn<() => void>()
  const offline = new Offline(reload)
  const onFirstControl = vi.fn<() => void>()
  offline.onFirstControl = onFirstControl
  offline.start()
  await seconds(0.1)
  return { offline, container, registration: container.registration, onFirstControl, reload }
}

/** Workers that a page loads, to make the browser look. */
class Loaded {
  static readonly addresses: string[] = []
  constructor(address: string) {
    Loaded.addresses.push(address)
  }
  terminate = (): void => undefined
}

/** What was there: a version in control. */
const here = (worker: FakeWorker) => (container: FakeContainer) => {
  worker.state = 'activated'
  container.controller = container.registration.active = worker
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('isSecureContext', true)
  vi.stubGlobal('Worker', Loaded)
  Loaded.addresses.length = 0
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  Reflect.deleteProperty(navigator, 'serviceWorker')
  Reflect.deleteProperty(performance, 'getEntriesByType')
})

describe('a first visit', () => {
  it('keeps the app, and is told of its first worker alone', async () => {
    const { offline, container, registration, onFirstControl } = await start()
    const worker = new FakeWorker()
    registration.find(worker)
    expect(offline.shell).toBe('storing')
    registration.install(worker)
    registration.activate(worker)
    container.control(worker)
    await seconds(1)
    expect([offline.shell, offline.update, onFirstControl.mock.calls.length]).toEqual(['stored', 'none', 1])
  })

  it('whose install breaks off is no other version once the next one holds', async () => {
    const { offline, container, registration, onFirstControl } = await start()
    const [broken, whole] = [new FakeWorker(), new FakeWorker()]
    registration.find(broken)
    registration.breakOff(broken)
    expect(offline.shell).toBe('failed')
    dispatchEvent(new Event('online'))
    await seconds(0.1)
    takeOver(container, whole)
    await seconds(1)
    expect([offline.shell, offline.update, onFirstControl.mock.calls.length]).toEqual(['stored', 'none', 1])
  })

  it('beside a copy at another path hears of its own worker alone', async () => {
    const above = new FakeWorker({ path: 'above/', state: 'activated' })
    const { offline, container, onFirstControl } = await start((fresh) => (fresh.controller = above))
    container.control(new FakeWorker({ path: 'above/', state: 'activated' }))
    expect(await offline.mend()).toBe(false)
    const own = new FakeWorker()
    takeOver(container, own)
    await seconds(1)
    expect([offline.shell, offline.update, onFirstControl.mock.calls.length]).toEqual(['stored', 'none', 1])
  })
})

describe('a worker that is in control and has not brought the page', () => {
  it.each([
    ['at once', 0],
    ['after mending for half a minute', 30],
  ])('and answers %s is asked once, and replaced on the reader’s word alone', async (_, after) => {
    const active = new FakeWorker({ after: after * 1_000 })
    const { offline, registration } = await start(here(active), { past: true })
    await seconds(60)
    expect([asked(active), offline.shell]).toEqual([1, 'stored'])
    const newer = new FakeWorker()
    registration.find(newer)
    registration.install(newer)
    await seconds(60)
    expect([offline.update, newer.heard]).toEqual(['offered', ['MISSING']])
  })

  it('and is still mending when a newer one comes is none to replace, either', async () => {
    const { offline, registration } = await start(here(new FakeWorker({ after: 30_000 })), { past: true })
    const newer = new FakeWorker()
    registration.find(newer)
    registration.install(newer)
    await seconds(60)
    expect([offline.update, newer.heard]).toEqual(['offered', ['MISSING']])
  })

  it('and stays silent is replaced by a whole one', async () => {
    const empty = new FakeWorker({ answer: null })
    const { offline, container, registration } = await start(here(empty), { past: true })
    const newer = new FakeWorker()
    registration.find(newer)
    registration.install(newer)
    await seconds(60)
    expect(newer.heard).toEqual(['MISSING', 'SKIP_WAITING'])
    empty.become('redundant')
    await seconds(0.1)
    registration.activate(newer)
    container.control(newer)
    await seconds(2)
    expect([offline.shell, offline.update]).toEqual(['stored', 'none'])
  })
})

describe('a newer version', () => {
  const at = {
    'found later': (registration: FakeRegistration, newer: FakeWorker) => registration.find(newer),
    'that installs when the page starts': () => undefined,
  }
  it.each(Object.entries(at))('%s is offered once it is whole', async (when, find) => {
    const newer = new FakeWorker()
    const { offline, registration } = await start((container) => {
      here(new FakeWorker())(container)
      if (when !== 'found later') container.registration.installing = newer
    })
    find(registration, newer)
    expect(offline.update).toBe('none')
    registration.install(newer)
    await seconds(1)
    expect([offline.update, asked(newer)]).toEqual(['offered', 1])
  })

  it('that waits when the page starts is offered, and once only', async () => {
    const newer = new FakeWorker({ state: 'installed' })
    const { offline } = await start((container) => {
      here(new FakeWorker())(container)
      container.registration.waiting = newer
    })
    await seconds(1)
    expect([offline.update, asked(newer)]).toEqual(['offered', 1])
  })

  it('that lacks a file is not offered, and the host is asked again', async () => {
    const newer = new FakeWorker({ answer: ['a.js'] })
    const { offline, registration } = await start(here(new FakeWorker()))
    const update = vi.spyOn(registration, 'update')
    registration.find(newer)
    registration.install(newer)
    await seconds(90)
    expect([offline.update, update.mock.calls.length]).toEqual(['none', 3])
  })

  it.each([
    ['is in control', 0.5, 1],
    ['is late', 30, 10],
  ])('that the reader takes reloads this page once it %s', async (_, inControl, reloaded) => {
    const newer = new FakeWorker({ state: 'installed' })
    const { offline, container, reload } = await start((fresh) => {
      here(new FakeWorker())(fresh)
      fresh.registration.waiting = newer
    })
    await seconds(1)
    offline.take()
    setTimeout(() => container.control(newer), inControl * 1_000)
    await seconds(reloaded - 0.1)
    expect([newer.heard.at(-1), reload.mock.calls.length]).toEqual(['SKIP_WAITING', inControl < reloaded ? 1 : 0])
    await seconds(0.2)
    expect(reload.mock.calls.length).toBe(1)
  })

  it('that waits on after it was taken has the browser look again', async () => {
    const { offline } = await start((fresh) => {
      here(new FakeWorker())(fresh)
      fresh.registration.waiting = new FakeWorker({ state: 'installed' })
    })
    await seconds(1)
    offline.take()
    await seconds(1.4)
    expect(Loaded.addresses).toEqual([])
    await seconds(0.2)
    expect(Loaded.addresses).toEqual([new URL('service-worker.js', document.baseURI).href])
  })

  it('that comes while the reader takes the one before is taken in its place', async () => {
    const [newer, newest] = [new FakeWorker({ state: 'installed' }), new FakeWorker()]
    const { offline, registration } = await start((fresh) => {
      here(new FakeWorker())(fresh)
      fresh.registration.waiting = newer
    })
    await seconds(1)
    registration.find(newest)
    offline.take()
    registration.install(newest)
    await seconds(1)
    expect(newest.heard).toEqual(['MISSING', 'SKIP_WAITING'])
  })

  it('that another tab took is told', async () => {
    const { offline, container } = await start(here(new FakeWorker()))
    container.control(new FakeWorker())
    expect(offline.update).toBe('taken-elsewhere')
  })
})

describe('a part that does not come', () => {
  it.each([
    ['on a first visit', () => undefined, false],
    ['while files are missing', here(new FakeWorker({ answer: ['a.js'] })), false],
    ['though all is here', here(new FakeWorker()), true],
  ] as const)('%s says nothing of another version', async (_, before, isWhole) => {
    const { offline } = await start(before)
    dispatchEvent(new Event('vite:preloadError'))
    const mended = offline.mend()
    await seconds(5)
    expect([await mended, offline.update]).toEqual([isWhole, 'none'])
  })
})
