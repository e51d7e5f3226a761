/** Which papers something holds for. */

/** One byte a row: whether the paper passes; says nothing of rows whose paper is gone. */
export type Mask = Uint8Array

/** The papers that pass both. */
export function both(one: Mask, other: Mask): Mask {
  return one.map((passes, row) => passes & (other[row] ?? 0))
}
