/** What is said of a file, fit to be shown: what it quotes may be of any length, and hold any sign. */
import type { SourceFault } from './raw-paper.ts'
import { wholeSigns } from './stated.ts'

/** Longer than any that is said of a sound file. */
const LONGEST = 400

/** The fault as one line, without signs that turn a line or a terminal's text around. */
export function asSentence<Fault extends Pick<SourceFault, 'what'>>(fault: Fault): Fault {
  const plain = wholeSigns(fault.what).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
  return { ...fault, what: plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain }
}
