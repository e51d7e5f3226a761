/** The text in the bytes of a source, or the line on which they are none. */
import { err, ok, type Result } from '../base/result.ts'
import type { SourceFault } from './raw-paper.ts'

/** UTF-8 alone: a guess at another encoding would be kept as somebody's words. */
export function textOf(bytes: Uint8Array): Result<string, SourceFault> {
  const nul = bytes.indexOf(0)
  if (nul >= 0) return err({ line: lineAt(bytes, nul), what: 'not text: it holds a zero byte' })
  try {
    // A byte-order mark before another is left by programs that put files together.
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF+/, ''))
  } catch {
    return err({ line: firstBadLine(bytes), what: 'not text in UTF-8' })
  }
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1
  for (let at = 0; at < offset; at++) if (bytes[at] === 10) line++
  return line
}

/** A line break is never part of a longer UTF-8 sequence, so lines can be decoded one by one. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1
  for (let start = 0; start <= bytes.length; line++) {
    const next = bytes.indexOf(10, start)
    const end = next < 0 ? bytes.length : next
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end))
    } catch {
      return line
    }
    start = end + 1
  }
  return 1
}
