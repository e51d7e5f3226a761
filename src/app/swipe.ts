/** A card that follows a finger to the side, and does on letting go what stands behind it. */
import type { Attachment } from 'svelte/attachments'
import { on } from 'svelte/events'
import type { Named } from '../library/lists.ts'
import type { LibraryState } from './state/library.svelte.ts'

/** One way to go: the words that come into view on it, and what letting go does. */
interface Swipe {
  readonly words: string
  readonly act: () => void
}

/** Null where there is nothing to do that way. */
interface Swipes {
  readonly right: Swipe | null
  readonly left: Swipe | null
}

/** CSS pixels a finger goes before it counts as going to the side. */
const BEGIN = 12
/** CSS pixels after which letting go acts; the card goes little further. The words have as much room. */
const ENOUGH = 88
/** CSS pixels along the edges of the screen that belong to the system's own gestures. */
const EDGE = 24

/** To the right saves a paper, to the left marks it done, as its buttons do; only these undo it. */
export function swipePaper(library: LibraryState, paper: Named): Attachment<HTMLElement> {
  return swipe(() => ({
    right: library.isSaved(paper.id) ? null : { words: 'Save', act: () => void library.toggleSaved(paper) },
    left: library.of(paper.id)?.done
      ? null
      : { words: 'Done', act: () => void library.act((deeds, scene) => deeds.toggleDone(scene, paper)) },
  }))
}

/**
 * Touch alone: a mouse selects text. What scrolls by itself to the side, a long formula say, keeps its gesture. For the
 * styles the card carries the words in `data-swipe`, how far it went in `--swiped`, and `data-enough`.
 */
function swipe(choose: () => Swipes): Attachment<HTMLElement> {
  return (card) => {
    let start: { readonly x: number; readonly y: number; readonly ways: Swipes } | null = null
    let way: Swipe | null = null

    const stop = (): void => {
      start = way = null
      card.style.removeProperty('--swiped')
      delete card.dataset['swipe']
      delete card.dataset['enough']
    }
    const begin = (event: PointerEvent): void => {
      const isOurs =
        event.pointerType === 'touch' && event.isPrimary && !isAtEdge(event) && !scrolls(event.target, card)
      start = isOurs ? { x: event.clientX, y: event.clientY, ways: choose() } : null
    }
    const follow = (event: PointerEvent): void => {
      if (!start) return
      const x = event.clientX - start.x
      if (!card.hasPointerCapture(event.pointerId)) {
        if (Math.abs(event.clientY - start.y) > BEGIN) start = null
        if (!start || Math.abs(x) < BEGIN) return
        card.setPointerCapture(event.pointerId)
      }
      way = x > 0 ? start.ways.right : start.ways.left
      card.style.setProperty('--swiped', `${way ? reach(x) : 0}px`)
      card.dataset['swipe'] = way?.words ?? ''
      card.toggleAttribute('data-enough', Math.abs(x) >= ENOUGH)
    }
    const letGo = (): void => {
      const act = card.hasAttribute('data-enough') ? way?.act : undefined
      stop()
      act?.()
    }
    const heard = [
      on(card, 'pointerdown', begin),
      on(card, 'pointermove', follow),
      on(card, 'pointerup', letGo),
      on(card, 'pointercancel', stop),
    ]
    return () => {
      for (const silence of heard) silence()
    }
  }
}

/** The finger's way up to where letting go acts, a quarter of it beyond. */
function reach(x: number): number {
  const way = Math.abs(x)
  return Math.sign(x) * Math.round(Math.min(way, ENOUGH) + Math.max(0, way - ENOUGH) / 4)
}

function isAtEdge({ clientX }: PointerEvent): boolean {
  return clientX < EDGE || clientX > innerWidth - EDGE
}

function scrolls(target: EventTarget | null, card: HTMLElement): boolean {
  let at = target instanceof Element ? target : null
  for (; at && at !== card; at = at.parentElement)
    if (at.scrollWidth > at.clientWidth && getComputedStyle(at).overflowX !== 'visible') return true
  return false
}
