/** Names that feeds know their entries by, made from what they name (RFC 9562, version 5). */
import { createHash } from 'node:crypto'

/** Drawn once, and for ever: readers of feeds show an entry again when its id changes. */
const OFFPRINT = 'a246ae30-847f-49bf-948c-3e0adf9c4cd3'

/** The UUID of a name: a paper's id, or `kind:…` for what is no paper. */
export function uuid(name: string, namespace: string = OFFPRINT): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16)
  hash.writeUInt8(((hash[6] ?? 0) & 0x0f) | 0x50, 6)
  hash.writeUInt8(((hash[8] ?? 0) & 0x3f) | 0x80, 8)
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
