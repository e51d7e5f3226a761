/** The words of papers, kept once read: while a query is typed the same papers come again and again. */
import type { Paper } from '../corpus/paper.ts'
import { tokenize, type Token } from '../text/tokenize.ts'
import type { Field } from './terms.ts'

const readings = new WeakMap<Paper, Partial<Record<Field, readonly Token[]>>>()

/** The words of one part of a paper. */
export function readWords(paper: Paper, field: Field): readonly Token[] {
  const reading = readings.get(paper) ?? {}
  readings.set(paper, reading)
  return (reading[field] ??= tokenize(paper[field]))
}
