/** Finds delimited mathematics, `$…$`, and tells it from sums of money. */

export interface MathSpan {
  readonly start: number
  readonly end: number
}

/**
 * The opening `$` has no space after it; the closing one has none before it and no digit after it: so `$4.30 and $5`
 * is money. A dollar in mathematics is written `\$`.
 */
const DELIMITED = /(?<![\\$])\$(?![\s$])(?:\\.|[^$\\])*?(?<=[^\s\\])\$(?![\d$])/g

/** Delimited mathematics in a text, with its dollar signs. */
export function mathSpans(text: string): MathSpan[] {
  if (!text.includes('$')) return []
  return [...text.matchAll(DELIMITED)].map(({ 0: span, index }) => ({ start: index, end: index + span.length }))
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A text for places that set no mathematics, such as the name of a tab: `$^2$` as `²`, other formulas without marks. */
export function withoutMathMarks(text: string): string {
  let plain = ''
  let end = 0
  for (const span of mathSpans(text)) {
    plain += text.slice(end, span.start) + plainFormula(text.slice(span.start + 1, span.end - 1))
    end = span.end
  }
  return plain + text.slice(end)
}

function plainFormula(formula: string): string {
  return formula
    .replace(/\^(?:\{(\d+)\}|(\d))/g, (_, braced: string | undefined, single: string | undefined) =>
      (braced ?? single ?? '').replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)] ?? ''),
    )
    .replace(/[\\{}^_]/g, '')
}
