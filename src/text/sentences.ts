/** Splits a text into sentences, each as its offsets. */

export interface Sentence {
  readonly start: number
  readonly end: number
}

/** A full stop, question or exclamation mark with the quotes and brackets that close with it, then a space. */
const BREAK = /([.!?]+)["”’')\]}]*\s+/g
/** How a sentence begins: a capital, a digit, an opening bracket or quote, mathematics, a link, or a name like "pi-Flow". */
const BEGINNING = /^(?:["“‘'([]*[\p{Lu}\p{N}$]|["“‘([]+\p{L}|https?:\/\/|\p{Ll}[\p{L}\p{N}-]*\p{Lu})/u
/** Words whose full stop does not end a sentence, whatever follows. */
const ABBREVIATION =
  /(?:^|[\s("“[])(?:e\.g|i\.e|a\.k\.a|et al|vs|cf|figs?|eqs?|secs?|tab|no|vol|resp|approx|ca|dr|mr|mrs|prof|st|[A-Z])$/i
/** Capitals alone are initials ("J. Doe"); a small letter alone is a variable that may well end a sentence. */
const VARIABLE = /(?:^|[\s("“[])[a-z]$/

/** Sentences in order, without the spaces between them; a text without a full stop is one sentence. */
export function sentences(text: string): Sentence[] {
  const found: Sentence[] = []
  let start = text.length - text.trimStart().length
  for (const { 0: mark, 1: stops, index } of text.matchAll(BREAK)) {
    const next = index + mark.length
    if (!BEGINNING.test(text.slice(next, next + 40)) || (stops === '.' && isAbbreviated(text, index))) continue
    if (isInBrackets(text.slice(start, next), text.slice(next, next + 80))) continue
    found.push({ start, end: index + mark.trimEnd().length })
    start = next
  }
  const end = text.trimEnd().length
  if (start < end) found.push({ start, end })
  return found
}

function isAbbreviated(text: string, stop: number): boolean {
  const before = text.slice(Math.max(0, stop - 12), stop)
  return ABBREVIATION.test(before) && !VARIABLE.test(before)
}

/** Whether a bracket is open before a break and closes soon after it, as in "(CS. Drafting)". */
function isInBrackets(before: string, after: string): boolean {
  return before.lastIndexOf('(') > before.lastIndexOf(')') && /^[^(]*\)/.test(after)
}
