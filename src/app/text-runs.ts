/** Cuts a text into runs: words and delimited mathematics, marked or not. */
import type { Span } from '../corpus/paper.ts'
import { mathSpans } from '../text/mathematics.ts'

/** `text` is as it stands in the source, a formula's with its dollar signs; `start` tells runs apart. */
export interface Run {
  readonly kind: 'words' | 'math'
  readonly text: string
  readonly marked: boolean
  readonly start: number
}

/** The runs of a text, in order, without gaps; `marks` are in order and do not overlap. */
export function cutRuns(text: string, marks: readonly Span[] = []): readonly Run[] {
  const runs: Run[] = []
  let end = 0
  for (const span of mathSpans(text)) {
    addWords(runs, text, { start: end, end: span.start }, marks)
    const marked = marks.some((mark) => mark.start < span.end && mark.end > span.start)
    runs.push({ kind: 'math', text: text.slice(span.start, span.end), marked, start: span.start })
    end = span.end
  }
  addWords(runs, text, { start: end, end: text.length }, marks)
  return runs
}

function addWords(runs: Run[], text: string, part: Span, marks: readonly Span[]): void {
  let at = part.start
  const add = (end: number, marked: boolean): void => {
    if (end > at) runs.push({ kind: 'words', text: text.slice(at, end), marked, start: at })
    at = Math.max(at, end)
  }
  for (const mark of marks) {
    if (mark.end <= part.start || mark.start >= part.end) continue
    add(mark.start, false)
    add(Math.min(mark.end, part.end), true)
  }
  add(part.end, false)
}
