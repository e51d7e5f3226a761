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
