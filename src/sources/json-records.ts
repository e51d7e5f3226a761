/** Cuts a list in JSON into its records, so that a broken one spoils no other, and each has its line. */
import { parseJsonText } from '../base/json.ts'
import { lineOf } from '../base/lines.ts'
import { err, ok, type Result } from '../base/result.ts'
import { surplus } from './bounds.ts'
import type { RawPaper, Reading, SourceFault } from './raw-paper.ts'

interface JsonRecord {
  readonly line: number
  /** From 1. */
  readonly record: number
  /** Undefined, which no JSON stands for, where it is broken. */
  readonly value: unknown
}

/** Records nest four deep; this many would be read by `JSON.parse`, and 100,000 would end it. */
const DEEPEST = 60
const SIGNS = /["{}[\],\n]/g

/** The papers of a list, each read from one record; null is said of a record that is no object. */
export function readJsonRecords(
  text: string,
  read: (value: unknown) => Omit<RawPaper, 'line' | 'record'> | null,
): Result<Reading, SourceFault> {
  const papers: RawPaper[] = []
  const faults: SourceFault[] = []
  const problem = eachRecord(text, ({ value, ...place }) => {
    const paper = read(value)
    if (paper) papers.push({ ...paper, ...place })
    else faults.push({ ...place, what: value === undefined ? 'it is broken JSON' : 'it is no object' })
    return surplus({ papers, faults }, place.line)
  })
  return problem ? err(problem) : ok({ papers, faults })
}

/** Hands over the records of a list in their order, until one is said to be a problem; anything but a list is one record. */
function eachRecord(text: string, take: (record: JsonRecord) => SourceFault | null): SourceFault | null {
  const start = startOf(text)
  if (text[start] !== '[')
    return take({ line: lineOf(text, start), record: 1, value: parseJsonText(text.slice(start)) })
  let from = start + 1
  let lines = lineOf(text, start)
  let line = lines
  let record = 1
  let depth = 0
  const end = (at: number, closes: boolean): SourceFault | null => {
    const piece = text.slice(from, at)
    const begins = line + lineOf(piece, startOf(piece)) - 1
    from = at + 1
    line = lines
    if (closes && piece.trim() === '' && record === 1) return null
    return take({ line: begins, record: record++, value: parseJsonText(piece) })
  }
  SIGNS.lastIndex = from
  for (let found = SIGNS.exec(text); found; found = SIGNS.exec(text)) {
    const [sign] = found
    if (sign === '\n') lines++
    else if (sign === '"') {
      SIGNS.lastIndex = endOfText(text, SIGNS.lastIndex)
      if (SIGNS.lastIndex === 0) return { line, record, what: 'a text in it has no closing quote' }
    } else if (sign === '{' || sign === '[') {
      if (++depth > DEEPEST) return { line, record, what: 'it is nested too deep' }
    } else if (sign === ',') {
      const problem = depth === 0 ? end(found.index, false) : null
      if (problem) return problem
    } else if (depth-- === 0) {
      const isOver = text.slice(found.index + 1).trim() === ''
      return (
        end(found.index, true) ?? (isOver ? null : { line: lines, what: 'something stands after the end of the list' })
      )
    }
  }
  return { line: lines, record, what: 'the list is cut off before its end' }
}

/** Past the quote that closes a text begun before `from`; 0 where none does. */
function endOfText(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let before = at
    while (text[before - 1] === '\\' && before > from) before--
    if ((at - before) % 2 === 0) return at + 1
  }
  return 0
}

/** The place of the first sign that is neither space, line end nor byte-order mark; behind the last where there is none. */
function startOf(text: string): number {
  return text.length - text.trimStart().length
}
