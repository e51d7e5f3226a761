/** Takes focus and scroll to where a reader expects them on a new page, and back to where they were on an old one. */
import type { Router, Visit } from './state/route.svelte.ts'

/** A virtual list shows a row it has not fetched or measured only some frames after it was scrolled to. */
const PATIENCE_MS = 1500

/** Called once the view is in the document; `other` says whether it is another view than before. */
export function arrive(router: Router, { arrival, place, aim }: Visit, other: boolean): void {
  if (arrival === 'followed') {
    scrollTo(0, 0)
    if (aim === 'search') document.querySelector<HTMLElement>('main input[type=search]')?.focus()
    else focusHeading()
  } else if (arrival !== 'adjusted') {
    if (place) router.restore(place)
    const isBack = arrival === 'returned' ? other : cameBack()
    if (isBack) focusLink(place?.focus ?? null, performance.now() + PATIENCE_MS)
  }
}

/** Whether the page itself was loaded by Back or Forward: the entry was left by another document of the app. */
function cameBack(): boolean {
  const [load] = performance.getEntriesByType('navigation')
  return load instanceof PerformanceNavigationTiming && load.type === 'back_forward'
}

function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
}

/** The link the reader left by, once it can take the focus; else the heading. Who moves on meanwhile is left alone. */
function focusLink(address: string | null, until: number): void {
  if (document.activeElement !== document.body) return
  const link = address === null ? null : document.querySelector<HTMLElement>(`main a[href="${CSS.escape(address)}"]`)
  link?.focus({ preventScroll: true })
  if (link && document.activeElement === link) return
  if (address === null || performance.now() > until) focusHeading()
  else
    requestAnimationFrame(() => {
      focusLink(address, until)
    })
}
