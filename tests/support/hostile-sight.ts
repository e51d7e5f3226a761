/** What was seen of hostile texts while one went through the app, and what of them became more than text. */
import type { Page } from 'playwright-core'
import { withWatch, type Seen, type Spot } from './hostile-page.ts'
import { PAYLOADS } from './hostile-texts.ts'

/** An address of one page of the app, and the number of the text that it shows. */
export interface Step {
  readonly address: string
  readonly text: number
}

/** What a look at some pages comes to. */
interface Looked {
  readonly seen: readonly Seen[]
  readonly faults: readonly string[]
}

export class Sight {
  readonly page: Page
  /** The address of the app. */
  readonly home: string
  readonly #seen = new Map<string, Set<number>>()
  readonly #faults = new Set<string>()

  private constructor(page: Page, home: string) {
    this.page = page
    this.home = home
  }

  /** Watches a page from before its first load on. */
  static async of(page: Page, home: string): Promise<Sight> {
    await withWatch(page, PAYLOADS)
    const sight = new Sight(page, home)
    const note = (fault: string): unknown => sight.#faults.add(fault)
    page.context().on('page', (other) => note(`a window ${other.url()}`))
    page.on('dialog', (dialog) => {
      note(`a dialog ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(home) && !/^(?:blob|data):/.test(request.url())) note(`asked ${request.url()}`)
    })
    page.on('pageerror', ({ message }) => note(`an error ${message}`))
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted/.test(message.text())) note(message.text())
    })
    return sight
  }

  /** Everything that went wrong, each once. */
  get faults(): readonly string[] {
    return [...this.#faults]
  }

  /** How many texts were seen in a place. */
  count(place: string): number {
    return this.#seen.get(place)?.size ?? 0
  }

  /** Goes to a view of the app without loading it anew, and waits until all is drawn that needs no scrolling. */
  async go(address: string): Promise<void> {
    await this.page.evaluate(settle, address)
  }

  /** Looks at what is in the page. */
  async look(spots: readonly Spot[]): Promise<void> {
    this.#take(await this.page.evaluate(look, { home: this.home, spots }))
  }

  /** Goes from page to page of the app, and looks at each once its text is there. */
  async walk(spots: readonly Spot[], steps: readonly Step[]): Promise<void> {
    this.#take(await this.page.evaluate(walk, { home: this.home, spots, steps }))
  }

  /** Looks at all of a page, screen by screen to its end, as rows and formulas come while one scrolls. */
  async scroll(spots: readonly Spot[]): Promise<void> {
    this.#take(await this.page.evaluate(scroll, { home: this.home, spots }))
  }

  /** Looks at the sheet behind each button of a selector. */
  async sheets(spots: readonly Spot[], opens: string): Promise<void> {
    this.#take(await this.page.evaluate(sheets, { home: this.home, spots, opens }))
  }

  #take({ seen, faults }: Looked): void {
    for (const fault of faults) this.#faults.add(fault)
    for (const [place, numbers] of seen.flatMap(Object.entries<readonly number[]>)) {
      const all = this.#seen.get(place) ?? new Set()
      for (const number of numbers) all.add(number)
      this.#seen.set(place, all)
    }
  }
}

interface Looking {
  readonly home: string
  readonly spots: readonly Spot[]
}

/** As those that follow it runs in the page, so it may use nothing from outside of itself. */
function look({ home, spots }: Looking): Looked {
  return { seen: [globalThis.hostile.look(spots)], faults: globalThis.hostile.faults(home) }
}

async function settle(address: string): Promise<void> {
  const heading = (): string => document.querySelector('main h1')?.textContent ?? ''
  const old = heading()
  location.hash = address
  // Two views in turn may be called the same.
  for (let end = performance.now() + 2_000; heading() === old && performance.now() < end;)
    await new Promise((done) => setTimeout(done, 20))
  const end = performance.now() + 10_000
  for (let before = -1; performance.now() < end;) {
    await new Promise((done) => setTimeout(done, 100))
    const { length } = document.querySelectorAll('*')
    if (length === before && !document.querySelector('main [aria-busy=true]')) break
    before = length
  }
}

async function walk({ home, spots, steps }: Looking & { readonly steps: readonly Step[] }): Promise<Looked> {
  const { hostile } = globalThis
  const looked = { seen: [] as Seen[], faults: [] as string[] }
  for (const { address, text } of steps) {
    location.hash = address
    const lacking = (): Spot | undefined => spots.find((spot) => !spot.beside && !hostile.shows(spot, text))
    await hostile.until(() => lacking() === undefined)
    const spot = lacking()
    if (spot) looked.faults.push(`${spot.place}: text ${text} is not shown at ${address}`)
    looked.seen.push(hostile.look(spots))
    looked.faults.push(...hostile.faults(home))
  }
  return looked
}

async function scroll({ home, spots }: Looking): Promise<Looked> {
  const { hostile } = globalThis
  const looked = { seen: [] as Seen[], faults: [] as string[] }
  const pause = (): Promise<unknown> => new Promise((done) => setTimeout(done, 30))
  const isThere = (): boolean => !document.querySelector('main [aria-busy=true], main [aria-hidden=true] > div > i')
  scrollTo(0, 0)
  for (let before = -1; scrollY !== before;) {
    await pause()
    await hostile.until(isThere, 10_000)
    looked.seen.push(hostile.look(spots))
    looked.faults.push(...hostile.faults(home))
    before = scrollY
    scrollBy({ top: innerHeight * 0.9, behavior: 'instant' })
    await pause()
  }
  return looked
}

async function sheets({ home, spots, opens }: Looking & { readonly opens: string }): Promise<Looked> {
  const { hostile } = globalThis
  const looked = { seen: [] as Seen[], faults: [] as string[] }
  const sheet = (): Element | null => document.querySelector('dialog:has(h2)')
  for (const button of document.querySelectorAll<HTMLElement>(opens)) {
    button.click()
    if (!(await hostile.until(() => sheet() !== null))) looked.faults.push(`no sheet of ${button.ariaLabel}`)
    looked.seen.push(hostile.look(spots))
    looked.faults.push(...hostile.faults(home, sheet() ?? document))
    document.querySelector<HTMLElement>('dialog header button')?.click()
    // Its entry of the history is left a task later.
    const isLeft = (): boolean => !sheet() && (history.state as { over?: boolean } | null)?.over !== true
    if (!(await hostile.until(isLeft))) looked.faults.push('a sheet stays')
  }
  return looked
}
