/** Which parts of a text to mark as matching. */
import type { Span } from '../corpus/paper.ts'
import { fold } from '../text/fold.ts'
import type { Token } from '../text/tokenize.ts'

/** Folded words, and the beginning that the word still being typed gives; null where there is none. */
export interface MarkedWords {
  readonly words: ReadonlySet<string>
  readonly beginning: string | null
}

/** Spans in reading order that neither overlap nor touch; of a completion only what was typed. */
export function markText(text: string, tokens: readonly Token[], { words, beginning }: MarkedWords): readonly Span[] {
  const spans: Span[] = []
  for (const { text: word, start, end } of tokens) {
    if (words.has(word)) spans.push({ start, end })
    else if (beginning && word.startsWith(beginning))
      spans.push({ start, end: endOf(text, start, end, beginning.length) })
  }
  return merge(spans)
}

/** Where the first `length` folded letters and digits from `start` end. */
function endOf(text: string, start: number, end: number, length: number): number {
  for (let at = start + 1; at < end; at++)
    if (fold(text.slice(start, at)).replace(/[^\p{L}\p{N}]/gu, '').length >= length) return at
  return end
}

function merge(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1)
    if (last && span.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else merged.push(span)
  }
  return merged
}
