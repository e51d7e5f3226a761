/** An abstract in parts: the two sentences that stand in the digest, and what lies around them. */
import type { Paper, Span } from './paper.ts'

export interface Part {
  readonly text: string
  /** Whether it stands in the digest before the abstract is unfolded. */
  readonly shown: boolean
}

/** Where no sentence was found, the abstract's first one stands; longer than this it is cut at a word. */
const LONGEST_START = 320

/** The parts in order: run together they are the whole abstract, character for character. */
export function excerpt(paper: Pick<Paper, 'abstract' | 'does' | 'result'>): readonly Part[] {
  const { abstract } = paper
  const spans = merge([paper.does, paper.result].filter((span) => span !== null))
  if (spans.length === 0) spans.push({ start: 0, end: endOfStart(abstract) })
  const parts: Part[] = []
  let at = 0
  for (const { start, end } of spans) {
    if (start > at) parts.push({ text: abstract.slice(at, start), shown: false })
    parts.push({ text: abstract.slice(start, end), shown: true })
    at = end
  }
  if (at < abstract.length) parts.push({ text: abstract.slice(at), shown: false })
  return parts
}

/** The sentences that stand in the digest as one text, ` … ` for what is left out between them. */
export function excerptText(paper: Pick<Paper, 'abstract' | 'does' | 'result'>): string {
  const parts = excerpt(paper)
  return parts
    .map(({ text, shown }, index) => (shown ? text : index > 0 && index < parts.length - 1 ? gap(text) : ''))
    .join('')
}

function gap(text: string): string {
  return text.trim() === '' ? ' ' : ' … '
}

/** In order of the text; one sentence that does both stands once. */
function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && span.start < last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else merged.push(span)
  }
  return merged
}

function endOfStart(abstract: string): number {
  const sentence = /^.{40,}?[.!?](?=\s+\p{Lu})/u.exec(abstract)?.[0].length ?? abstract.length
  if (sentence <= LONGEST_START) return sentence
  const word = abstract.lastIndexOf(' ', LONGEST_START)
  return word > 0 ? word : LONGEST_START
}
