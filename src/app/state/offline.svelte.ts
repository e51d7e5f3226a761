/** Whether the app itself is on this device, and the newer version that waits for the reader's word. */
import { Workbox } from 'workbox-window'
import { pause } from '../../base/pause.ts'
import { whenCalm } from '../calm.ts'
import { scriptUrls } from '../script-url.ts'
import { askShell, UNANSWERED } from './ask-shell.ts'

/** `missing` where the browser cannot keep an app at all: on an insecure address, or inside another app. */
export type Shell = 'storing' | 'stored' | 'failed' | 'missing'

/** A version that waits, is being taken in this tab, or was taken in another. */
export type Update = 'none' | 'offered' | 'taking' | 'taken-elsewhere'

const SCRIPT = 'service-worker.js'
const HOUR = 3_600_000
/** Longer than the service worker takes to give a file up. */
const ANSWER_MS = 40_000
/** Longer than a reader waits for a view. */
const MEND_MS = 4_000
/** Until a service worker that was replaced is no longer named as the active one. */
const MOMENT_MS = 1_000
/** Browsers let a new version wait for what the old one is doing, for minutes where that does not end. */
const TAKING_MS = 10_000
/** A version that is told to start has begun by then. */
const REMIND_MS = 1_500

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
  /** Whether a service worker is in control and has not brought this page: an empty one, or one that came meanwhile. */
  #doubted = false
  readonly #followed = new WeakSet<ServiceWorker>()
  readonly #reload: () => void

  constructor(
    reload = (): void => {
      location.reload()
    },
  ) {
    this.#reload = reload
  }

  /** Call it when the papers are here: on a slow line they go first, and on two cores their drawing. */
  start(): void {
    if (this.#started || this.shell === 'missing') return
    this.#started = true
    whenCalm(() => this.#begin())
  }

  #begin(): void {
    this.#controlled = ourController() !== null
    const [page] = performance.getEntriesByType('navigation')
    this.#doubted = this.#controlled && page !== undefined && 'workerStart' in page && page.workerStart === 0
    addEventListener('online', () => {
      if (this.shell === 'failed') void this.#register()
    })
    navigator.serviceWorker.addEventListener('controllerchange', () => this.#onControlling())
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.#look()
    })
    setInterval(() => this.#look(), HOUR)
    void this.#register()
  }

  /** Takes the version that waits: this tab reloads once it is in control, or is late; others are only told. */
  take(): void {
    const waits = this.update === 'offered' && this.#registration?.waiting
    this.update = 'taking'
    if (!waits) {
      this.#reload()
      return
    }
    this.#workbox?.messageSkipWaiting()
    void pause(REMIND_MS).then(remind)
    // This page goes with its first reload. Where the version still waits then, it is offered again.
    void pause(TAKING_MS).then(this.#reload)
  }

  /** Puts the offer off until the next start. */
  postpone(): void {
    this.update = 'none'
  }

  /** Has damaged files of the app fetched anew; whether all of it is whole then. */
  async mend(): Promise<boolean> {
    const controller = this.shell === 'missing' ? null : ourController()
    return controller !== null && isWhole(await missingIn(controller, MEND_MS))
  }

  async #register(): Promise<void> {
    this.shell = 'storing'
    this.#workbox = new Workbox(scriptUrls.createScriptURL(SCRIPT))
    try {
      this.#registration = (await this.#workbox.register()) ?? null
      if (this.#registration) this.#watch(this.#registration)
      await this.#verify()
    } catch {
      this.shell = 'failed' // the script could not be fetched; `online` and the next start try again
    }
  }

  /** Workbox's own events hear one version only: not the next one, after an install that broke off. */
  #watch(registration: ServiceWorkerRegistration): void {
    const follow = (worker: ServiceWorker | null): void => {
      if (!worker || this.#followed.has(worker)) return
      this.#followed.add(worker)
      worker.addEventListener('statechange', () => {
        if (worker.state === 'redundant' && !registration.active)
          this.shell = 'failed' // the first install broke off
        else void this.#offer(worker, registration)
      })
      void this.#offer(worker, registration)
    }
    registration.addEventListener('updatefound', () => follow(registration.installing))
    follow(registration.installing)
    follow(registration.waiting)
  }

  async #offer(worker: ServiceWorker, registration: ServiceWorkerRegistration): Promise<void> {
    // By the worker's own state: `registration.waiting` still names it when it is told to start.
    const isNewer = (): boolean => worker.state === 'installed' && registration.active !== null
    // Browsers take an empty script for a service worker too. Its silence is the sign to look what the host has now.
    while (isNewer() && !isWhole(await missingIn(worker))) {
      this.#look()
      await pause(ANSWER_MS)
    }
    if (isNewer() && this.#doubted) this.#doubted = (await missingIn(registration.active)) === UNANSWERED
    if (!isNewer()) return
    // It has put the one that the reader took out of the way, before that could start.
    if (this.update === 'taking') this.#workbox?.messageSkipWaiting()
    else if (this.#doubted) this.#supersede()
    else this.update = 'offered'
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
      missing = await missingIn((await navigator.serviceWorker.ready).active)
      // One that was replaced is still named as the active one for a moment.
      if (missing === UNANSWERED) await pause(MOMENT_MS)
    }
    this.#doubted = false
    this.shell = isWhole(missing) ? 'stored' : 'failed'
  }

  #onControlling(): void {
    if (ourController() === null) return
    // The first worker of this device takes over a page that came from the network: the same version.
    const replaced = this.#controlled
    this.#controlled = true
    if (this.update === 'taking') this.#reload()
    else if (replaced) this.update = 'taken-elsewhere'
    else this.onFirstControl()
  }

  #look(): void {
    this.#registration?.update().catch(() => undefined) // offline: there is nothing to look at
  }
}

/** The service worker in control, where it is of this app: a copy at a path above may be, too. */
function ourController(): ServiceWorker | null {
  const { controller } = navigator.serviceWorker
  return controller?.scriptURL === new URL(SCRIPT, document.baseURI).href ? controller : null
}

/**
 * Has the browser look again whether a version is to start. Chromium can forget it for half a minute where a page was
 * loaded just before, and looks when the next page or worker is: this one, which is none and ends at once.
 */
function remind(): void {
  new Worker(scriptUrls.createScriptURL(SCRIPT)).terminate()
}

/** Whether what a service worker lacks is nothing. */
function isWhole(missing: unknown): boolean {
  return Array.isArray(missing) && missing.length === 0
}

/** What it lacks once it has mended what it could; `UNANSWERED` where it says nothing. */
function missingIn(worker: ServiceWorker | null, patience = ANSWER_MS): Promise<unknown> {
  return askShell(worker, 'MISSING', patience)
}
