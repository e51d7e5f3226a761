/** Recognises the format of a source by its content and reads it. */
import { err, type Result } from '../base/result.ts'
import { readHfPage } from './hf-page.ts'
import type { RawPaper, SourceFault } from './raw-paper.ts'

/** Papers of a source given as bytes; a fault names the line. */
export function readSource(bytes: Uint8Array): Result<readonly RawPaper[], SourceFault> {
  const nul = bytes.indexOf(0)
  if (nul >= 0) return err({ line: lineAt(bytes, nul), what: 'not text: it holds a zero byte' })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return err({ line: firstBadLine(bytes), what: 'not text in UTF-8' })
  }
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text)) return err({ line: 1, what: 'markup; expected a page saved as text' })
  return readHfPage(text)
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
