/** The keys of papers on a page: j and k from one to the next, o opens the one in focus, v its source. */
import type { Paper } from '../corpus/paper.ts'
import { sourceOf } from './paper-source.ts'
import type { Bindings } from './state/keyboard.ts'
import { focusedPaper } from './state/paper-at.ts'

export interface PapersOnPage {
  /** Finds the elements, each with a paper, in the order to read. */
  readonly rows: string
  /** Finds the link of a title in one of them. */
  readonly link: string
  /** The papers in them. */
  readonly papers: () => readonly Paper[]
  /** The link that the reader knows for a paper. */
  readonly linkOf: (id: string) => string | null
}

export function paperKeys({ rows, link, papers, linkOf }: PapersOnPage): Bindings {
  const titleOf = (row: Element | null | undefined) => row?.querySelector<HTMLElement>(link) ?? null
  /** To the next or the previous one; from elsewhere to the first in view. */
  const step = (by: 1 | -1) => () => {
    const all = [...document.querySelectorAll(rows)]
    const from = all.findIndex((row) => row.contains(document.activeElement))
    const inView = all.findIndex((row) => row.getBoundingClientRect().bottom > innerHeight / 4)
    const row = all[from === -1 ? inView : Math.min(Math.max(from + by, 0), all.length - 1)]
    row?.scrollIntoView({ block: 'start' })
    titleOf(row)?.focus({ preventScroll: true })
  }
  return {
    j: step(1),
    k: step(-1),
    o: () => titleOf(document.activeElement?.closest(rows))?.click(),
    v: () => {
      const id = focusedPaper()?.id
      const paper = papers().find((one) => one.id === id)
      if (paper) window.open(sourceOf(paper, linkOf(paper.id)).href, '_blank', 'noopener,noreferrer')
    },
  }
}
