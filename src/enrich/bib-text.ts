/** A field of BibTeX as plain text: accents as letters, without the brackets that keep capitals. */
import { mathSpans } from '../text/mathematics.ts'
import { cleanText } from './clean-text.ts'

/** Mathematics stays as it is, brackets and all. */
export function bibText(value: string): string {
  const clean = cleanText(value)
  let plain = ''
  let at = 0
  for (const { start, end } of mathSpans(clean)) {
    plain += withoutBraces(clean.slice(at, start)) + clean.slice(start, end)
    at = end
  }
  return plain + withoutBraces(clean.slice(at))
}

function withoutBraces(text: string): string {
  return text.replace(/[{}]/g, '')
}
