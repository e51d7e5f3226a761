/** Which words of an abstract a result shows: what the paper does, or the passage where the matches are. */
import type { Span } from '../corpus/paper.ts'
import type { Card } from '../search/protocol.ts'

/** A part of an abstract with its own marks; whether text was left out before and behind it. */
export interface Passage {
  readonly text: string
  readonly marks: readonly Span[]
  readonly before: boolean
  readonly after: boolean
}

/** Characters of a passage around matches: two to three lines of a wide screen, five of a phone. */
const LENGTH = 260

/** The sentence of what the paper does, unless the matches of the abstract are all elsewhere. */
export function choosePassage({ paper, abstractMarks }: Card): Passage {
  const { abstract, does } = paper
  const isElsewhere = abstractMarks.length > 0 && !(does && abstractMarks.some((mark) => within(mark, does)))
  if (does && !isElsewhere) return cut(abstract, does, abstractMarks)
  return cut(abstract, isElsewhere ? densest(abstract, abstractMarks) : { start: 0, end: LENGTH }, abstractMarks)
}

function within(mark: Span, part: Span): boolean {
  return mark.start >= part.start && mark.end <= part.end
}

/** The stretch that holds the most different matched words, with some room before the first. */
function densest(text: string, marks: readonly Span[]): Span {
  let best: Span = { start: 0, end: LENGTH }
  let most = 0
  for (const first of marks) {
    const room = Math.max(0, first.start - LENGTH / 4)
    const part = { start: room, end: room + LENGTH }
    const words = new Set(
      marks.filter((mark) => within(mark, part)).map((mark) => text.slice(mark.start, mark.end).toLowerCase()),
    )
    if (words.size > most) {
      most = words.size
      best = part
    }
  }
  return best
}

/** The part at whole words, with the marks that lie in it. */
function cut(text: string, part: Span, marks: readonly Span[]): Passage {
  const start = part.start === 0 ? 0 : wordStart(text, part.start)
  const end = part.end >= text.length ? text.length : wordEnd(text, part.end)
  return {
    text: text.slice(start, end).trimEnd(),
    marks: marks
      .filter((mark) => within(mark, { start, end }))
      .map((mark) => ({ start: mark.start - start, end: mark.end - start })),
    before: start > 0 && !isSentenceStart(text, start),
    after: end < text.length && !/[.!?]\s*$/.test(text.slice(start, end)),
  }
}

function wordStart(text: string, at: number): number {
  if (/\s/.test(text[at - 1] ?? ' ')) return at
  const space = text.indexOf(' ', at)
  return space === -1 ? at : space + 1
}

function wordEnd(text: string, at: number): number {
  if (/\s/.test(text[at] ?? ' ')) return at
  const space = text.lastIndexOf(' ', at)
  return space === -1 ? at : space
}

function isSentenceStart(text: string, at: number): boolean {
  return /[.!?]["”’)]?\s*$/.test(text.slice(Math.max(0, at - 4), at))
}
