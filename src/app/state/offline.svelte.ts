/** Whether the app itself is on this device, and the newer version that waits for the reader's word. */
import { Workbox } from 'workbox-window'
import { pause } from '../../base/pause.ts'
import { whenCalm } from '../calm.ts'
import { scriptUrls } from '../script-url.ts'

/** `missing` where the browser cannot keep an app at all: on an insecure address, or inside another app. */
export type Shell = 'storing' | 'stored' | 'failed' | 'missing'

/** A version that waits, is being taken in this tab, or was taken in another. */
export type Update = 'none' | 'offered' | 'taking' | 'taken-elsewhere'

const HOUR = 3_600_000
/** Longer than the service worker takes to give a file up. */
const ANSWER_MS = 40_000
/** Longer than a reader waits for a view. */
const MEND_MS = 4_000
const UNANSWERED = Symbol()

export class Offline {
  shell = $state.raw<Shell>('serviceWorker' in navigator ? 'storing' : 'missing')
  update = $state.raw<Update>('none')
  /** Browsers keep apps for secure addresses only: https, or this very machine. */
  readonly secure = isSecureContext
  /** Called when the first service worker of this device takes over the page. */
  onFirstControl: () => void = () => undefined
  #started = false
  #workbox: Workbox | null = null
  #registration: ServiceWorkerRegistration | null = null
  #controlled = false
  /** Whether a service worker is in control and has not brought this page, as an empty one does not. */
  #doubted = false

  /** Call it when the papers are here: on a slow line they go first, and on two cores their drawing. */
  start(): void {
    if (this.#started || this.shell === 'missing') return
    this.#started = true
    whenCalm(() => this.#begin())
  }

  #begin(): void {
    this.#controlled = navigator.serviceWorker.controller !== null
    const [page] = performance.getEntriesByType('navigation')
    this.#doubted = this.#controlled && page !== undefined && 'workerStart' in page && page.workerStart === 0
    addEventListener('online', () => {
      if (this.shell === 'failed') void this.#register()
    })
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.#look()
    })
    setInterval(() => this.#look(), HOUR)
    void this.#register()
  }

  /** Takes the version that waits: this tab reloads once it is in control, others are only told. */
  take(): void {
    const waits = this.update === 'offered' && this.#registration?.waiting
    this.update = 'taking'
    if (waits) this.#workbox?.messageSkipWaiting()
    else location.reload()
  }

  /** Puts the offer off until the next start. */
  postpone(): void {
    this.update = 'none'
  }

  /** Has damaged files of the app fetched anew; whether all of it is whole then. */
  async mend(): Promise<boolean> {
    const controller = this.shell === 'missing' ? null : navigator.serviceWorker.controller
    return controller !== null && isWhole(await missingIn(controller, MEND_MS))
  }

  async #register(): Promise<void> {
    this.shell = 'storing'
    const workbox = new Workbox(scriptUrls.createScriptURL('service-worker.js'))
    this.#workbox = workbox
    workbox.addEventListener('controlling', () => this.#onControlling())
    workbox.addEventListener('redundant', () => {
      if (!this.#registration?.active) this.shell = 'failed' // the first install broke off
    })
    try {
      this.#registration = (await workbox.register()) ?? null
      if (this.#registration) this.#watch(this.#registration)
      await this.#verify()
    } catch {
      this.shell = 'failed' // the script could not be fetched; `online` and the next start try again
    }
  }

  /** Workbox's own `waiting` event hears one version only: not the next one, after an install that broke off. */
  #watch(registration: ServiceWorkerRegistration): void {
    // By the worker's own state: `registration.waiting` still names it when it is told to start.
    const isNewer = (worker: ServiceWorker): boolean => worker.state === 'installed' && registration.active !== null
    const offer = async (worker: ServiceWorker): Promise<void> => {
      // Browsers take an empty script for a service worker too. Its silence is the sign to look what the host has now.
      while (isNewer(worker) && !isWhole(await missingIn(worker))) {
        this.#look()
        await pause(ANSWER_MS)
      }
      const isOurs = !this.#doubted || (await missingIn(registration.active, MEND_MS)) !== UNANSWERED
      if (!isNewer(worker) || this.update === 'taking') return
      if (isOurs) this.update = 'offered'
      else this.#supersede()
    }
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing
      worker?.addEventListener('statechange', () => void offer(worker))
    })
    if (registration.waiting) void offer(registration.waiting)
  }

  /** Puts a whole version in the place of a service worker that is none of the app: nobody had anything of it. */
  #supersede(): void {
    this.#doubted = false
    this.#controlled = false
    this.#workbox?.messageSkipWaiting()
  }

  /** Asks the service worker what it lacks, rather than trusting that an install which ended is still whole. */
  async #verify(): Promise<void> {
    let missing: unknown = UNANSWERED
    while (missing === UNANSWERED) {
      const { active } = await navigator.serviceWorker.ready
      missing = await missingIn(active, this.#doubted ? MEND_MS : ANSWER_MS)
    }
    this.shell = isWhole(missing) ? 'stored' : 'failed'
  }

  #onControlling(): void {
    // The first worker of this device takes over a page that came from the network: the same version.
    const replaced = this.#controlled
    this.#controlled = true
    if (this.update === 'taking') location.reload()
    else if (replaced) this.update = 'taken-elsewhere'
    else this.onFirstControl()
  }

  #look(): void {
    this.#registration?.update().catch(() => undefined) // offline: there is nothing to look at
  }
}

/** Whether what a service worker lacks is nothing. */
function isWhole(missing: unknown): boolean {
  return Array.isArray(missing) && missing.length === 0
}

/** What it lacks once it has mended what it could; `UNANSWERED` where the browser ended or replaced it meanwhile. */
function missingIn(worker: ServiceWorker | null, patience = ANSWER_MS): Promise<unknown> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => resolve(data)
    setTimeout(() => resolve(UNANSWERED), patience)
    worker?.postMessage({ type: 'MISSING' }, [port2])
  })
}
