/** The project's own papers as letters of twelve, the way an edition is taken away. */
import type { Letter } from '../../../src/formats/letter.ts'
import { seedPapers } from '../../support/seed.ts'

/** 17 letters that hold the 198 papers, in two sections each. */
export function realLetters(app: string | null = 'https://example.org/offprint/'): readonly Letter[] {
  const papers = seedPapers()
  const count = Math.ceil(papers.length / 12)
  return Array.from({ length: count }, (_, index) => {
    const entries = papers.slice(index * 12, (index + 1) * 12).map((paper) => ({
      paper,
      reason: `No. ${String(paper.rank + 1)} on the page`,
    }))
    return {
      subject: `Offprint of 22 Nov · edition ${String(index + 1)} of ${String(count)}`,
      about: 'One page of 198 papers, undated by its source.',
      day: '2026-11-22',
      app,
      sections: [
        { heading: 'Because you saved “Zero Bubble” & more', entries: entries.slice(0, 3) },
        { heading: 'From the page', entries: entries.slice(3) },
      ],
    }
  })
}

/** The first of them. */
export function firstLetter(app?: string | null): Letter {
  const [first] = realLetters(app)
  if (!first) throw new Error('there are no papers')
  return first
}

/** A letter of one paper. */
export function letterOf(entry: Letter['sections'][number]['entries'][number], fields: Partial<Letter> = {}): Letter {
  return { ...firstLetter(null), sections: [{ heading: '', entries: [entry] }], ...fields }
}
