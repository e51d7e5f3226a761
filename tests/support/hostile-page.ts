/** Put into a page on which texts are hostile: tells which of them are in view and where, and what is there that none of them may bring. */
import type { Page } from 'playwright-core'

/** A place where texts are shown. */
export interface Spot {
  readonly place: string
  /** A selector of what holds them. */
  readonly at: string
  /** The attribute they stand in, or `value` of a field; without one the element says them. */
  readonly of?: string
  /** Whether they stand there as an address spells them. */
  readonly spelled?: true
  /** Whether it shows other texts than the one that its page is about. */
  readonly beside?: true
  /** At least so many of the texts are to be seen there; all of them without. */
  readonly few?: number
}

/** By place, the numbers of the texts that were seen there. */
export type Seen = Readonly<Record<string, readonly number[]>>

/** What the functions below put into a page. */
interface Watch {
  /** Whether what is said holds a text, by its number. */
  holds: (said: string, text: number) => boolean
  /** The numbers of the texts in what is said. */
  found: (said: string) => readonly number[]
  look: (spots: readonly Spot[]) => Seen
  /** Whether a spot shows a text. */
  shows: (spot: Spot, text: number) => boolean
  /** What is there, or in a part of it, that no text may bring; an address that begins like `home` is the app's own. */
  faults: (home: string, within?: ParentNode) => readonly string[]
  /** Waits for half a minute, or so many milliseconds, at most; gives whether it is so. */
  until: (is: () => boolean, longest?: number) => Promise<boolean>
}

declare global {
  var hostile: Watch
}

/** Has a page know the texts, from before its next load on. */
export async function withWatch(page: Page, texts: readonly string[]): Promise<void> {
  await page.addInitScript(installTexts, texts)
  await page.addInitScript(installLook)
  await page.addInitScript(installFaults)
}

/** As those that follow it runs in the page, so it may use nothing from outside of itself. */
function installTexts(texts: readonly string[]): void {
  // Each ends with a number of its own.
  const numbers = new Map(texts.map((text, n) => [/\d+\.\d$/.exec(text)?.[0] ?? '', n]))
  // What stands in a formula is set, or not, as its typesetter can.
  const parts = texts.map((text) => {
    const cut = text.split('$')
    return (cut.length < 3 ? [text] : [cut[0] ?? '', cut.at(-1) ?? '']).map((part) => part.replace(/\s+/g, ' '))
  })
  const holds = (said: string, n: number): boolean => {
    let from = 0
    return (parts[n] ?? ['\0']).every((part) => (from = said.indexOf(part, from)) >= 0)
  }
  const found = (said: string): number[] =>
    [...said.matchAll(/\d+\.\d/g)].flatMap(([number]) => {
      const n = numbers.get(number)
      return n !== undefined && holds(said, n) ? [n] : []
    })
  const begun: Pick<Watch, 'holds' | 'found'> = { holds, found }
  globalThis.hostile = begun as Watch
}

function installLook(): void {
  const { hostile } = globalThis
  const saidBy = (element: Element, of: string | undefined): string | null => {
    if (of === undefined) return element.textContent
    return of === 'value' ? (element as HTMLInputElement).value : element.getAttribute(of)
  }
  const all = ({ at, of, spelled }: Spot): string[] =>
    [...document.querySelectorAll(at)].map((element) => {
      const said = saidBy(element, of) ?? ''
      return (spelled ? decodeURIComponent(said) : said).replace(/\s+/g, ' ')
    })
  hostile.look = (spots) => Object.fromEntries(spots.map((spot) => [spot.place, all(spot).flatMap(hostile.found)]))
  hostile.shows = (spot, text) => all(spot).some((said) => hostile.holds(said, text))
  hostile.until = async (is, longest = 30_000) => {
    const end = performance.now() + longest
    while (!is() && performance.now() < end) await new Promise((done) => setTimeout(done))
    return is()
  }
}

function installFaults(): void {
  const FOREIGN =
    'iframe, frame, object, embed, applet, base, img, image, video, audio, source, track, foreignObject, ' +
    'meta[http-equiv]:not([http-equiv="Content-Security-Policy"]), script:not([src], [data-own]), body style'
  const ADDRESSES = ['href', 'src', 'xlink:href', 'action', 'formaction', 'data', 'poster', 'srcset', 'ping', 'srcdoc']
  const isOwn = (address: string, home: string): boolean => {
    const { protocol, href } = new URL(address, document.baseURI)
    return protocol === 'https:' || protocol === 'blob:' || href.startsWith(home)
  }
  const isWrong = (element: Element, { name, value }: Attr, home: string): boolean => {
    if (name.startsWith('on') || (name === 'style' && value.includes('url('))) return true
    // A mail draft is what its button is for.
    const isDraft = value.startsWith('mailto:?') && element.closest('[aria-label="In your mail program"]') !== null
    return ADDRESSES.includes(name) && !isDraft && !isOwn(value, home)
  }
  globalThis.hostile.faults = (home, within = document) => {
    const foreign = [...within.querySelectorAll(FOREIGN)].map(({ outerHTML }) => outerHTML.slice(0, 200))
    const wrong = [...within.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].filter((one) => isWrong(element, one, home)).map(({ name, value }) => `${name}=${value}`),
    )
    const ran = 'ran' in globalThis ? ['a text ran'] : []
    return [...foreign, ...wrong, ...ran].map((what) => `${what} at ${location.href.slice(home.length, 200)}`)
  }
}
