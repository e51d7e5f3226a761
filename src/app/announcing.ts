/** Having the browser look for new papers while the app is closed: what it can do here, on and off. */
import { NEWS_TAG } from '../corpus/news.ts'

/** `no` where the browser cannot, `install-first` where it does so for installed apps alone. */
export type Announcing = 'on' | 'off' | 'blocked' | 'install-first' | 'no'

/** The shortest time between two looks; the browser takes longer for an app that is seldom used. */
const TWICE_A_DAY_MS = 12 * 3_600_000

/** Chromium's; not in the DOM's types. */
interface PeriodicSync {
  register(tag: string, options: { readonly minInterval: number }): Promise<void>
  unregister(tag: string): Promise<void>
  getTags(): Promise<readonly string[]>
}

/** How it stands on this device. */
export async function announcing(): Promise<Announcing> {
  const sync = await periodicSync()
  if (!sync) return 'no'
  if (Notification.permission === 'denied') return 'blocked'
  return Notification.permission === 'granted' && (await sync.getTags()).includes(NEWS_TAG) ? 'on' : 'off'
}

/** Call it in the tap: the browser may ask. It is asked for nothing where it would be in vain. */
export async function turnOn(): Promise<Announcing> {
  const sync = await periodicSync()
  if (!sync) return 'no'
  try {
    await sync.register(NEWS_TAG, { minInterval: TWICE_A_DAY_MS })
  } catch {
    return 'install-first'
  }
  if ((await Notification.requestPermission()) !== 'granted') await sync.unregister(NEWS_TAG)
  return announcing()
}

/** Nothing looks for papers any more. */
export async function turnOff(): Promise<Announcing> {
  await (await periodicSync())?.unregister(NEWS_TAG)
  return announcing()
}

async function periodicSync(): Promise<PeriodicSync | null> {
  const { serviceWorker } = navigator as Partial<Pick<Navigator, 'serviceWorker'>>
  const registration = await serviceWorker?.getRegistration()
  if (!registration || !('Notification' in window) || !('periodicSync' in registration)) return null
  return isPeriodicSync(registration.periodicSync) ? registration.periodicSync : null
}

function isPeriodicSync(value: unknown): value is PeriodicSync {
  return typeof value === 'object' && value !== null && 'register' in value && 'getTags' in value
}
