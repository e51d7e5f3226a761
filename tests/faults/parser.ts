/** What the class `parse` knows of each thing that parses: sound samples, and what has to hold of any other input. */
import assert from 'node:assert/strict'

export interface Parser {
  readonly samples: readonly (string | Uint8Array)[]
  /** Throws where the outcome is not what the parser promises. */
  readonly read: (bytes: Uint8Array, text: string) => unknown
}

/** Parsers by what they read, in words. */
export type Parsers = Readonly<Record<string, Parser>>

/** Undefined, which every reader refuses, where it is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Holds a sentence about a file to be one: short, and without signs that would turn a line or a terminal around. */
export function assertSentence(what: string): void {
  assert.match(what, /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]{5,401}$/u)
}
