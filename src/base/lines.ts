/** Lines of a text, as people and editors count them. */

/** The lines one by one, whichever of the three ends they have: all at once, they can be millions. */
export function* eachLine(text: string): Generator<string> {
  let from = 0
  for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g)) {
    yield text.slice(from, index)
    from = index + end.length
  }
  yield text.slice(from)
}

/** Lines before an offset, plus one. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
