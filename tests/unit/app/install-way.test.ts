/** Each browser is shown the way of installing that it really has. */
import { describe, expect, it } from 'vitest'
import { hasOwnStorage, installWay, type BrowserFacts } from '../../../src/app/install-way.ts'

const usual: BrowserFacts = {
  userAgent: '',
  touchPoints: 0,
  standalone: false,
  promptable: false,
  secure: true,
  serviceWorker: true,
}
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1'
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15'
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const ANDROID_FIREFOX = 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0'
const CHROME = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36'

describe('the way of installing', () => {
  it.each<[string, Partial<BrowserFacts>, string]>([
    ['Safari on an iPhone', { userAgent: IPHONE, touchPoints: 5 }, 'ios'],
    ['Safari on an iPad, which calls itself a Mac', { userAgent: MAC, touchPoints: 5 }, 'ios'],
    ['Safari on a Mac', { userAgent: MAC }, 'mac-safari'],
    ['Firefox on a phone', { userAgent: ANDROID_FIREFOX, touchPoints: 5 }, 'firefox-android'],
    ['Firefox on a computer', { userAgent: FIREFOX }, 'firefox'],
    ['Chrome that has offered to ask', { userAgent: CHROME, promptable: true }, 'prompt'],
    ['Chrome that has not', { userAgent: CHROME }, 'menu'],
    ['a browser inside another app', { userAgent: IPHONE, touchPoints: 5, serviceWorker: false }, 'in-app'],
    ['the installed app', { userAgent: IPHONE, touchPoints: 5, standalone: true }, 'installed'],
  ])('of %s', (_, facts, way) => {
    expect(installWay({ ...usual, ...facts })).toBe(way)
  })
})

describe('an installed app with a storage of its own', () => {
  it.each<[string, Partial<BrowserFacts>, boolean]>([
    ['on an iPhone', { userAgent: IPHONE, touchPoints: 5, standalone: true }, true],
    ['in the Dock, by Safari', { userAgent: MAC, standalone: true }, true],
    ['by Chrome, which shares its own', { userAgent: CHROME, standalone: true }, false],
    ['in a tab', { userAgent: IPHONE, touchPoints: 5 }, false],
  ])('%s', (_, facts, own) => {
    expect(hasOwnStorage({ ...usual, ...facts })).toBe(own)
  })
})
