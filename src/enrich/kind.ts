/** Says what a paper mainly offers. */
import type { Kind } from '../corpus/paper.ts'

const RULES: readonly (readonly [Kind, RegExp])[] = [
  ['survey', /\b(?:survey|review|overview)\b/i],
  ['benchmark', /bench\b|benchmark:|: a benchmark/i],
  ['dataset', /\bdatasets?\b/i],
  ['system', /\b(?:system|framework|platform|toolkit|tool)\b/i],
  ['model', /\bfoundation models?\b|\bmodel family\b/i],
]

/** The kind of a paper; a method where nothing else is said. */
export function findKind(title: string, abstract: string): Kind {
  void abstract
  return RULES.find(([, sign]) => sign.test(title))?.[0] ?? 'method'
}
