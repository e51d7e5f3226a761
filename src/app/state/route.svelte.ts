/** Where the reader is: the address as state, and the place to come back to in each entry of the history. */
import { formatRoute, parseRoute, type Route } from '../routes.ts'
import { readEntry, type Place, type Trail } from './history-entry.ts'

/** How a visit began: with the page, by a link, by a choice within the view, or by Back and Forward. */
export type Arrival = 'first' | 'followed' | 'adjusted' | 'returned'

/** One stay at an address. */
export interface Visit {
  readonly key: string
  readonly route: Route
  readonly arrival: Arrival
  /** Where the reader was when this entry was left before. */
  readonly place: Place | null
  readonly trail: Trail | null
  /** What takes the focus of one who followed a link. */
  readonly aim: 'heading' | 'search'
}

/** A list that scrolls by items whose heights are not known before they are seen. */
export interface PlaceKeeper {
  readonly capture: () => Place['item']
  readonly restore: (item: NonNullable<Place['item']>) => void
}

/** Browsers refuse more than about 100 changes of the address in 30 s; a fast typist makes more. */
const SETTLE_MS = 200

export class Router {
  visit: Visit = $state.raw(firstVisit())
  /** The route of the address: the visit's, or what was typed since and has settled. */
  route: Route = $state.raw(this.visit.route)
  /** What was typed last; nothing is drawn from it, as naming the tab at each key would cost 1.5 ms. */
  #newest: Route = this.visit.route
  /** Places of entries left by Back and Forward, whose history.state can no longer be written. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it
  readonly #places = new Map<string, Place>()
  #settling: ReturnType<typeof setTimeout> | undefined
  #keeper: PlaceKeeper | null = null
  /** What closes the sheets over the view, the topmost last. */
  #over: readonly (() => void)[] = []
  /** Whether the entry of the history is the one that stands for them. */
  #isOver = readEntry(history.state)?.over ?? false
  /** Whether that entry is being left, since nothing is over the view any more. */
  #isBaring = false

  /** Takes over links, Back, Forward and scroll restoration of the window. */
  start(): void {
    history.scrollRestoration = 'manual'
    this.#write(this.visit.place)
    addEventListener('popstate', () => this.#return())
    this.#coverOrBare() // loaded again while a sheet was open
    document.addEventListener('click', (event) => this.#follow(event))
    // The last moments in which a phone lets a page write.
    addEventListener('pagehide', () => this.#write(this.#capture(null)))
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.#write(this.#capture(null))
    })
  }

  /** Goes to an address by a link, or by a choice within the view; `focus` is the link one leaves by. */
  go(to: Route, { trail = null, arrival = 'followed', focus = null, aim = 'heading' }: Departure = {}): void {
    const address = formatRoute(to)
    if (address === formatRoute(this.#newest) && arrival === 'adjusted') return
    if (this.#isBaring) {
      addEventListener('popstate', () => this.go(to, { trail, arrival, focus, aim }), { once: true })
      return
    }
    this.#write(this.#capture(focus))
    const state = { key: newKey(), place: null, trail }
    // What is chosen on a sheet takes the place of the sheet's entry, and the sheet another above it.
    if (this.#isOver) history.replaceState(state, '', address)
    else history.pushState(state, '', address)
    this.#arrive(arrival, aim)
    if (arrival === 'followed') this.#uncover(this.#over)
    this.#coverOrBare()
  }

  /** Goes to a neighbour in place of this entry, so that Back still leads to the list. */
  replace(to: Route, trail: Trail | null): void {
    history.replaceState({ key: newKey(), place: null, trail }, '', formatRoute(to))
    this.#arrive('followed')
  }

  /** Keeps the address in step with what is typed, without a new entry. */
  settle(to: Route): void {
    this.#newest = to
    clearTimeout(this.#settling)
    this.#settling = setTimeout(() => this.#write(this.visit.place), SETTLE_MS)
  }

  /** Lets Back close a sheet instead of leaving the view; the function returned says that it has closed, however. */
  cover(close: () => void): () => void {
    this.#over = [...this.#over, close]
    this.#coverOrBare()
    return () => {
      this.#over = this.#over.filter((one) => one !== close)
      // The link that closed it, or the sheet that takes its place, comes in the same turn.
      setTimeout(() => this.#coverOrBare())
    }
  }

  /** Lets a virtual list keep and restore its part of a place; the function returned ends that. */
  keepPlace(keeper: PlaceKeeper): () => void {
    this.#keeper = keeper
    return () => {
      if (this.#keeper === keeper) this.#keeper = null
    }
  }

  /** Scrolls to where the reader was; called when the view is in the document. */
  restore(place: Place): void {
    if (place.item && this.#keeper) this.#keeper.restore(place.item)
    else scrollTo(0, place.y)
  }

  #follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const href = link?.getAttribute('href')
    if (!href?.startsWith('#/') || !isPlain(event)) return
    event.preventDefault()
    this.go(parseRoute(href), { focus: href })
  }

  /** Back and Forward: to and from the entry of the sheets only these change. */
  #return(): void {
    const entry = readEntry(history.state)
    const wasOver = this.#isOver
    this.#isOver = entry?.over ?? false
    if (entry?.key !== this.visit.key || wasOver === this.#isOver) {
      this.#arrive('returned')
      this.#uncover(this.#over)
    } else if (wasOver && !this.#isBaring) this.#uncover(this.#over.slice(-1))
    this.#isBaring = false
    this.#coverOrBare()
  }

  #uncover(gone: readonly (() => void)[]): void {
    this.#over = this.#over.filter((one) => !gone.includes(one))
    for (const close of gone) close()
  }

  /** Makes the entry of the sheets where there are some, and leaves it where there are none. */
  #coverOrBare(): void {
    if (this.#over.length > 0 && !this.#isOver) {
      const { key, trail } = this.visit
      const place = this.#capture(null)
      this.#write(place) // what was typed last belongs to the entry below, too
      history.pushState({ key, place, trail, over: true }, '')
      this.#isOver = true
    } else if (this.#over.length === 0 && this.#isOver && !this.#isBaring) {
      this.#isBaring = true
      history.back()
    }
  }

  #arrive(arrival: Arrival, aim: Visit['aim'] = 'heading'): void {
    const leaving = this.visit.key
    if (arrival === 'returned') this.#places.set(leaving, this.#capture(null))
    clearTimeout(this.#settling)
    const entry = readEntry(history.state)
    this.#isOver = entry?.over ?? false
    const key = entry?.key ?? newKey()
    const place = this.#places.get(key) ?? entry?.place ?? null
    const route = parseRoute(location.hash)
    // An address typed into the bar comes as popstate too, without an entry of ours.
    this.visit = { key, route, arrival: entry ? arrival : 'followed', place, trail: entry?.trail ?? null, aim }
    this.route = this.#newest = route
    if (!entry) this.#write(null)
  }

  #capture(focus: string | null): Place {
    const focused = document.activeElement?.closest('a')?.getAttribute('href') ?? null
    return { y: scrollY, focus: focus ?? focused, item: this.#keeper?.capture() ?? null }
  }

  #write(place: Place | null): void {
    clearTimeout(this.#settling)
    const { key, trail } = this.visit
    this.route = this.#newest
    if (place) this.#places.set(key, place)
    history.replaceState({ key, place, trail, over: this.#isOver }, '', formatRoute(this.route))
  }
}

interface Departure {
  readonly trail?: Trail | null
  readonly arrival?: 'followed' | 'adjusted'
  readonly focus?: string | null
  readonly aim?: Visit['aim']
}

/** Whether a click asks for the same tab, and nobody has answered it yet. */
export function isPlain(event: MouseEvent): boolean {
  const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
  return event.button === 0 && !modified && !event.defaultPrevented
}

function firstVisit(): Visit {
  const entry = readEntry(history.state)
  const route = parseRoute(location.hash)
  return {
    key: entry?.key ?? newKey(),
    route,
    arrival: 'first',
    place: entry?.place ?? null,
    trail: entry?.trail ?? null,
    aim: 'heading',
  }
}

function newKey(): string {
  return Math.random().toString(36).slice(2, 10)
}
