/** Queries with a free word in another spelling: exactly as it was typed, or as it may have been meant. */
import { splitFree, type Query, type Words } from './tree.ts'

/** The text with words in quotes, so that nothing is read in their place. */
export function exactly({ text, ...query }: Query, typed: readonly string[]): string {
  const meant = splitFree({ text, ...query }).free.filter(({ parts }) => parts.some((part) => typed.includes(part)))
  return replace(text, meant, ({ span }) => `"${text.slice(span.start, span.end)}"`)
}

/** The text with one word in place of another. */
export function respell(query: Query, typed: string, read: string): string {
  const meant = splitFree(query).free.filter(({ parts }) => parts.includes(typed))
  return replace(query.text, meant, ({ parts }) => parts.map((part) => (part === typed ? read : part)).join('-'))
}

function replace(text: string, words: readonly Words[], write: (words: Words) => string): string {
  let [written, at] = ['', 0]
  for (const one of words) {
    written += text.slice(at, one.span.start) + write(one)
    at = one.span.end
  }
  return written + text.slice(at)
}
