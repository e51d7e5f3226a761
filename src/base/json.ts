/** JSON from bytes, as the unknown value it is until a validator has read it. */

/** Undefined, which no JSON text stands for, where the bytes are not JSON. */
export function parseJson(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
