/** Moving through a virtual list by keys, and finding a place in it again. */
import { tick } from 'svelte'
import type { WindowVirtualizerHandle } from 'virtua/svelte'
import type { PlaceKeeper } from './route.svelte.ts'

export interface ListRows {
  readonly keeper: PlaceKeeper
  /** To the next or the previous row; from nowhere to the first in view. */
  readonly step: (by: 1 | -1) => Promise<void>
  /** The position of the row in focus, from 0; -1 where none is. */
  readonly row: () => number
  /** Its title's link. */
  readonly focused: () => HTMLElement | null
}

/** The rows of a list whose items carry aria-posinset; both may not be there yet. */
export function rowsOf(
  list: () => WindowVirtualizerHandle | undefined,
  element: () => HTMLElement | undefined,
): ListRows {
  /** Pixels of the list above the window. */
  const scrolled = (): number => -(element()?.getBoundingClientRect().top ?? 0)
  const linkOf = (index: number): HTMLElement | null =>
    element()?.querySelector<HTMLElement>(`[aria-posinset="${index + 1}"] h2 a`) ?? null
  const row = (): number => {
    const position = document.activeElement?.closest('[aria-posinset]')?.getAttribute('aria-posinset')
    return position ? Number(position) - 1 : -1
  }

  /** A row that was out of view can take the focus once it is drawn and measured, some frames later. */
  const focusRow = async (index: number, frames: number): Promise<void> => {
    await tick()
    const link = linkOf(index)
    link?.focus()
    if (frames === 0 || (link && document.activeElement === link)) return
    await new Promise(requestAnimationFrame)
    await focusRow(index, frames - 1)
  }

  return {
    row,
    focused: () => linkOf(row()),
    keeper: {
      // From the document: a row the list only believes to be the first is not drawn on return, and has no height yet.
      capture: () => {
        const rows = [...(element()?.querySelectorAll('[aria-posinset]') ?? [])]
        const first = rows.find((shown) => shown.getBoundingClientRect().bottom > 0)
        if (!first || scrolled() <= 0) return null
        return { index: Number(first.getAttribute('aria-posinset')) - 1, into: -first.getBoundingClientRect().top }
      },
      restore: ({ index, into }) => list()?.scrollToIndex(index, { align: 'start', offset: into }),
    },
    step: async (by) => {
      const from = row()
      const first = list()?.findItemIndex(Math.max(0, scrolled())) ?? 0
      const last = Number(element()?.querySelector('[aria-setsize]')?.getAttribute('aria-setsize') ?? 1) - 1
      const to = Math.min(Math.max(from === -1 ? first : from + by, 0), last)
      if (!linkOf(to)) list()?.scrollToIndex(to, { align: 'nearest' })
      await focusRow(to, 20)
    },
  }
}
