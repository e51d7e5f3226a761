/** A text in stretches of words and of mathematics, for formats that escape the one and keep the other. */
import { mathSpans } from '../text/mathematics.ts'

export interface Stretch {
  readonly kind: 'text' | 'mathematics'
  /** As it stands in the text, mathematics with its dollar signs. */
  readonly source: string
}

/** Stretches that give the text back when joined; what has unbalanced braces would break its surroundings: text. */
export function splitMathematics(text: string): readonly Stretch[] {
  const stretches: Stretch[] = []
  let at = 0
  const add = (kind: Stretch['kind'], end: number): void => {
    if (end > at) stretches.push({ kind, source: text.slice(at, end) })
    at = end
  }
  for (const { start, end } of mathSpans(text)) {
    if (!hasBalancedBraces(text.slice(start, end))) continue
    add('text', start)
    add('mathematics', end)
  }
  add('text', text.length)
  return stretches
}

/** Whether every brace has its partner, escaped ones counted too, as BibTeX counts them. */
export function hasBalancedBraces(text: string): boolean {
  let depth = 0
  for (const [brace] of text.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}
