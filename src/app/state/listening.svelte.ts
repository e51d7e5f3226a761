/** What is to be read aloud; the player, which comes with the first, does the reading. */
import type { Edition } from '../../digest/edition.ts'
import { entriesOf } from '../../digest/edition.ts'
import { excerpt } from '../../corpus/excerpt.ts'
import type { Paper } from '../../corpus/paper.ts'
import type { Named } from '../../library/lists.ts'

/** A paper, and the texts of it that are read, in turn. */
export interface Reading {
  readonly paper: Named
  readonly texts: readonly string[]
}

export class Listening {
  /** Null while nothing is read. */
  readings: readonly Reading[] | null = $state.raw(null)

  /** Of each paper its title, and what stands on the page before it is unfolded. */
  playEdition(edition: Edition): void {
    this.readings = entriesOf(edition).map(({ paper }) => {
      const shown = excerpt(paper).flatMap(({ text, shown }) => (shown ? [text] : []))
      return { paper, texts: [paper.title, ...shown] }
    })
  }

  /** The title and the whole abstract. */
  playPaper(paper: Paper): void {
    this.readings = [{ paper, texts: [paper.title, paper.abstract] }]
  }

  stop(): void {
    this.readings = null
  }
}
