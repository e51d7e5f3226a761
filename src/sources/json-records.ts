/** Cuts a list in JSON into its records, so that a broken one spoils no other, and each has its line. */
import { parseJsonText } from '../base/json.ts'
import { lineOf } from '../base/lines.ts'
import { err, ok, type Result } from '../base/result.ts'
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
  const records = jsonRecords(text)
  if (!records.ok) return records
  const papers: RawPaper[] = []
  const faults: SourceFault[] = []
  for (const { value, ...place } of records.value) {
    const paper = read(value)
    if (paper) papers.push({ ...paper, ...place })
    else faults.push({ ...place, what: value === undefined ? 'it is broken JSON' : 'it is no object' })
  }
  return ok({ papers, faults })
}

/** The records of a list in their order; anything but a list is one record. */
function jsonRecords(text: string): Result<readonly JsonRecord[], SourceFault> {
  const start = /^[\s\uFEFF]*/.exec(text)?.[0].length ?? 0
  if (text[start] !== '[')
    return ok([{ line: lineOf(text, start), record: 1, value: parseJsonText(text.slice(start)) }])
  const records: JsonRecord[] = []
  let from = start + 1
  let lines = lineOf(text, start)
  let line = lines
  let depth = 0
  const end = (at: number, closes: boolean): void => {
    const piece = text.slice(from, at)
    if (!closes || piece.trim() !== '' || records.length > 0)
      records.push({ line: line + leadingLines(piece), record: records.length + 1, value: parseJsonText(piece) })
    from = at + 1
    line = lines
  }
  SIGNS.lastIndex = from
  for (let found = SIGNS.exec(text); found; found = SIGNS.exec(text)) {
    const [sign] = found
    if (sign === '\n') lines++
    else if (sign === '"') {
      SIGNS.lastIndex = endOfText(text, SIGNS.lastIndex)
      if (SIGNS.lastIndex === 0)
        return err({ line, record: records.length + 1, what: 'a text in it has no closing quote' })
    } else if (sign === '{' || sign === '[') {
      if (++depth > DEEPEST) return err({ line, record: records.length + 1, what: 'it is nested too deep' })
    } else if (sign === ',') {
      if (depth === 0) end(found.index, false)
    } else if (depth-- === 0) {
      end(found.index, true)
      if (text.slice(found.index + 1).trim() !== '')
        return err({ line: lines, what: 'something stands after the end of the list' })
      return ok(records)
    }
  }
  return err({ line: lines, record: records.length + 1, what: 'the list is cut off before its end' })
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

/** Line ends before the first sign of a piece. */
function leadingLines(piece: string): number {
  return (/^\s*/.exec(piece)?.[0].split('\n').length ?? 1) - 1
}
