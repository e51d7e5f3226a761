/** Rows by a text that stands for them, as checksums: eight bytes a row, and who asks compares the texts themselves. */
import { Column } from './column.ts'

export class KeyedRows {
  readonly #rows = new Column(Uint32Array)
  readonly #sums = new Column(Uint32Array)

  /** Rows count from `firstRow`. */
  adopt(rows: Uint32Array, sums: Uint32Array, firstRow: number): void {
    this.#rows.append(rows.map((row) => firstRow + row))
    this.#sums.append(sums)
  }

  /** Rows whose key is this one, or one with the same checksum. */
  rowsOf(key: string): readonly number[] {
    return this.#sums.placesOf(checksumOf(key)).map((place) => this.#rows.at(place))
  }
}

/** FNV-1a over code units, in 32 bits. */
export function checksumOf(text: string): number {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return sum >>> 0
}
