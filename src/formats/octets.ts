/** Cuts a text where a line of its file is full: such limits count octets, not characters. */

/** Pieces of at most so many octets in UTF-8, no character cut in two; all but the first begin with `lead`. */
export function cutByOctets(text: string, most: number, lead = ''): readonly string[] {
  const pieces: string[] = []
  let piece = ''
  for (const sign of text) {
    if (new TextEncoder().encode(piece + sign).length > most) {
      pieces.push(piece)
      piece = lead
    }
    piece += sign
  }
  return [...pieces, piece]
}
