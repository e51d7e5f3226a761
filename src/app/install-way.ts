/** How Offprint is installed in this browser, told from what the browser says of itself. */

/** `prompt`: the browser asks at a button of ours; the others are steps the reader takes. */
export type InstallWay =
  'installed' | 'prompt' | 'ios' | 'firefox-android' | 'firefox' | 'mac-safari' | 'in-app' | 'menu'

/** What the decision rests on; see `thisBrowser`. */
export interface BrowserFacts {
  readonly userAgent: string
  /** More than one tells an iPad from the Mac it pretends to be. */
  readonly touchPoints: number
  readonly standalone: boolean
  readonly promptable: boolean
  readonly secure: boolean
  readonly serviceWorker: boolean
}

/** The way of installing; an app's built-in browser has no service worker and keeps nothing. */
export function installWay(facts: BrowserFacts): InstallWay {
  const { userAgent, standalone, promptable, secure, serviceWorker } = facts
  if (standalone) return 'installed'
  if (promptable) return 'prompt'
  if (secure && !serviceWorker) return 'in-app'
  if (isIos(facts)) return 'ios'
  if (userAgent.includes('Firefox')) return userAgent.includes('Android') ? 'firefox-android' : 'firefox'
  return isMacSafari(userAgent) ? 'mac-safari' : 'menu'
}

/** Whether this is an installed app whose storage is not the browser's: WebKit gives each its own. */
export function hasOwnStorage(facts: BrowserFacts): boolean {
  return facts.standalone && (isIos(facts) || isMacSafari(facts.userAgent))
}

function isIos({ userAgent, touchPoints }: BrowserFacts): boolean {
  return /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && touchPoints > 1)
}

function isMacSafari(userAgent: string): boolean {
  return userAgent.includes('Macintosh') && !/Chrome|Firefox/.test(userAgent)
}

/** The facts of the browser this runs in; `promptable` once it has offered to ask. */
export function thisBrowser(promptable: boolean): BrowserFacts {
  return {
    userAgent: navigator.userAgent,
    touchPoints: navigator.maxTouchPoints,
    // iOS before 16.4 tells by its own property only; those are below the baseline.
    standalone: matchMedia('(display-mode: standalone)').matches,
    promptable,
    secure: isSecureContext,
    serviceWorker: 'serviceWorker' in navigator,
  }
}
