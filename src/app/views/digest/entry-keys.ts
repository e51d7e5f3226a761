/** The keys of an edition: j and k from entry to entry, o opens the one in focus, v its source. */
import type { Entry } from '../../../digest/edition.ts'
import { sourceOf } from '../../paper-source.ts'
import type { Bindings } from '../../state/keyboard.ts'
import { focusedPaper } from '../../state/paper-at.ts'

/** `linkOf` gives the link that the reader knows for a paper. */
export function entryKeys(entries: () => readonly Entry[], linkOf: (id: string) => string | null): Bindings {
  return {
    j: () => {
      step(1)
    },
    k: () => {
      step(-1)
    },
    o: () => {
      document.activeElement?.closest('article')?.querySelector<HTMLElement>('h3 a')?.click()
    },
    v: () => {
      const id = focusedPaper()?.id
      const paper = entries().find((entry) => entry.paper.id === id)?.paper
      if (paper) window.open(sourceOf(paper, linkOf(paper.id)).href, '_blank', 'noopener,noreferrer')
    },
  }
}

/** To the next or the previous entry; from elsewhere to the first in view. */
function step(by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>('.edition article')]
  const from = all.findIndex((article) => article.contains(document.activeElement))
  const inView = all.findIndex((article) => article.getBoundingClientRect().bottom > innerHeight / 4)
  const to = from === -1 ? inView : Math.min(Math.max(from + by, 0), all.length - 1)
  const article = all[to]
  article?.scrollIntoView({ block: 'start' })
  article?.querySelector<HTMLElement>('h3 a')?.focus({ preventScroll: true })
}
