/** Lines of a text, as people and editors count them. */

/** Lines before an offset, plus one. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
