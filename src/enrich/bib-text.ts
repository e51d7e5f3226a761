/** A field of BibTeX as plain text: accents as letters, without the brackets that keep capitals. */
import { mathSpans } from '../text/mathematics.ts'
import { cleanText } from './clean-text.ts'

const BRACED = /\\([{}])|\{?\\textbrace(left|right)(?:\{\})?\}?/g
/** Stand for brackets that are printed, which no text has: two of Unicode's non-characters. */
const [OPEN, CLOSE] = ['\uFDD0', '\uFDD1']
const LINK = /https?:\/\/[^\s{}]+/g

/** Mathematics stays as it is, brackets and all. */
export function bibText(value: string): string {
  const printed = value.replace(BRACED, (_, sign?: string, side?: string) =>
    sign === '{' || side === 'left' ? OPEN : CLOSE,
  )
  // Elsewhere links are left alone; here their signs are escaped as all others are.
  const clean = cleanText(printed.replace(LINK, (link) => link.replace(/\\([%$&#_~])/g, '$1')))
  let plain = ''
  let at = 0
  for (const { start, end } of mathSpans(clean)) {
    plain += withoutBraces(clean.slice(at, start)) + withBraces(clean.slice(start, end), '\\')
    at = end
  }
  return plain + withoutBraces(clean.slice(at))
}

function withoutBraces(text: string): string {
  return withBraces(text.replace(/[{}]/g, ''), '')
}

function withBraces(text: string, escape: string): string {
  return text.replaceAll(OPEN, `${escape}{`).replaceAll(CLOSE, `${escape}}`)
}
