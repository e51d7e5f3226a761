/** Splits a text into sentences, each as its offsets. */

export interface Sentence {
  readonly start: number
  readonly end: number
}

/** Words whose full stop does not end a sentence. */
const ABBREVIATION = /(?:\b(?:e\.g|i\.e|et al|vs|cf|fig|figs|eq|sec|resp|approx|no|dr|st)|\b[A-Z])$/i

/** Sentences in order, without the spaces between them. */
export function sentences(text: string): Sentence[] {
  const found: Sentence[] = []
  let start = 0
  for (const match of text.matchAll(/[.!?]+["”’)}\]]*\s+(?=["“‘(\[{$\p{Lu}\p{N}])/gu)) {
    if (match[0].startsWith('.') && ABBREVIATION.test(text.slice(Math.max(0, match.index - 8), match.index))) continue
    found.push({ start, end: match.index + match[0].trimEnd().length })
    start = match.index + match[0].length
  }
  if (start < text.length) found.push({ start, end: text.length })
  return found
}
