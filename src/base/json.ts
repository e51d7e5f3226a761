/** JSON as the unknown value it is until a validator has read it; undefined, which no JSON stands for, where it is none. */

export function parseJson(bytes: Uint8Array | undefined): unknown {
  return parseJsonText(new TextDecoder().decode(bytes))
}

export function parseJsonText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
