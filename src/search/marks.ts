/** Which parts of a text to mark as matching. */
import type { Paper, Span } from '../corpus/paper.ts'
import { fold } from '../text/fold.ts'
import { occurrences } from '../query/occurrences.ts'
import { readWords } from '../query/reading.ts'
import { indexText } from '../query/text-index.ts'
import type { Field } from '../query/terms.ts'
import type { Token } from '../text/tokenize.ts'
import type { TypedWords } from './typed-words.ts'

/** Folded words, and the beginning that the word still being typed gives; null where there is none. */
export interface MarkedWords {
  readonly words: ReadonlySet<string>
  readonly beginning: string | null
  /** Phrases, compounds and words of a field: marked only where they stand as asked. */
  readonly runs: readonly TypedWords[]
}

/** Spans of a part of a paper in reading order that neither overlap nor touch; of a completion only what was typed. */
export type Mark = (paper: Paper, field: Field) => readonly Span[]

/** Marks the same words in one paper after the other. */
export function createMark({ words, beginning, runs }: MarkedWords): Mark {
  if (words.size === 0 && runs.length === 0) return () => []
  return (paper, field) => {
    const text = paper[field]
    const tokens = readWords(paper, field)
    const spans: Span[] = []
    for (const run of runs)
      if (run.words.field === null || run.words.field === field) spans.push(...spansOf(text, tokens, run))
    const index = indexText(tokens)
    for (const word of words) for (const { start, end } of index.tokensOf(word)) spans.push({ start, end })
    if (beginning)
      for (const word of index.begunBy(beginning))
        if (!words.has(word))
          for (const { start, end } of index.tokensOf(word))
            spans.push({ start, end: endOf(text, start, end, beginning.length) })
    return merge(spans)
  }
}

function spansOf(text: string, tokens: readonly Token[], { words, open }: TypedWords): readonly Span[] {
  const last = words.parts.at(-1) ?? ''
  if (open && words.parts.length === 1 && last.length === 1) return []
  return [...occurrences(words, tokens, open)].flatMap((run) => {
    const [start, end] = [run[0]?.start, run.at(-1)]
    if (start === undefined || !end) return []
    const isCompletion = open && end.text !== last && end.text.startsWith(last)
    return [{ start, end: isCompletion ? endOf(text, end.start, end.end, last.length) : end.end }]
  })
}

/** Each is one letter or digit however it is folded. */
const PLAIN = /^[A-Za-z0-9]*$/

/** Where the first `length` folded letters and digits from `start` end. */
function endOf(text: string, start: number, end: number, length: number): number {
  if (PLAIN.test(text.slice(start, start + length))) return Math.min(start + length, end)
  for (let at = start + 1; at < end; at++)
    if (fold(text.slice(start, at)).replace(/[^\p{L}\p{N}]/gu, '').length >= length) return at
  return end
}

function merge(spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans
  const merged: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1)
    if (last && span.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else merged.push(span)
  }
  return merged
}
