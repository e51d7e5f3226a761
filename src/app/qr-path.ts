/** A QR code as one SVG path. */
import { encode } from 'uqr'

/** Light dots around the code; the standard asks for four. */
const QUIET = 4

/** The side of the square in dots, and the dark ones as a path. */
export interface QrPath {
  readonly size: number
  readonly path: string
}

/** The code of a text; level L, since a screen is neither torn nor stained and fewer dots are easier to read. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'L', border: QUIET })
  const dots = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])))
  return { size, path: dots.join('') }
}
