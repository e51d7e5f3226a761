/** Which paper an element shows, for keys that act on the paper in focus. */
import type { Attachment } from 'svelte/attachments'
import type { Named } from '../../library/lists.ts'

const shown = new WeakMap<Element, Named>()

/** Says that an element, and all within it, is about a paper. */
export function paperAt(paper: Named): Attachment<HTMLElement> {
  return (element) => {
    element.dataset['paper'] = paper.id
    shown.set(element, paper)
    return () => shown.delete(element)
  }
}

/** The paper around the focus; else the only one on the page. */
export function focusedPaper(): Named | null {
  const around = document.activeElement?.closest('[data-paper]')
  const all = document.querySelectorAll('main [data-paper]')
  const element = around ?? (all.length === 1 ? all[0] : null)
  return (element && shown.get(element)) ?? null
}
