/** Recognises the format of a source by its content and reads it. */
import { err, type Result } from '../base/result.ts'
import { readHfPage } from './hf-page.ts'
import type { RawPaper, SourceFault } from './raw-paper.ts'
import { textOf } from './text-of.ts'

/** Papers of a source given as bytes; a fault names the line. */
export function readSource(bytes: Uint8Array): Result<readonly RawPaper[], SourceFault> {
  const text = textOf(bytes)
  if (!text.ok) return text
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text.value))
    return err({ line: 1, what: 'markup; expected a page saved as text' })
  return readHfPage(text.value)
}
