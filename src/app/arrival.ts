/** Takes focus and scroll to where a reader expects them on a new page, and back to where they were on an old one. */
import type { Visit } from './state/route.svelte.ts'

/** Called once the view is in the document; `other` says whether it is another view than before. */
export function arrive({ arrival, place }: Visit, other: boolean): void {
  if (arrival === 'returned' || arrival === 'first') {
    if (place) scrollTo(0, place.y)
    if (arrival === 'returned' && other && !focusLink(place?.focus)) focusHeading()
  } else if (arrival === 'followed') {
    scrollTo(0, 0)
    focusHeading()
  }
}

function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
}

function focusLink(address: string | null | undefined): boolean {
  if (!address) return false
  const link = document.querySelector<HTMLElement>(`main a[href="${CSS.escape(address)}"]`)
  link?.focus({ preventScroll: true })
  return link !== null
}
