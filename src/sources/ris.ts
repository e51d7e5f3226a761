/** Reads RIS: one tag a line, a record from TY to ER. */
import { known } from '../base/known.ts'
import { eachLine } from '../base/lines.ts'
import { err, ok, type Result } from '../base/result.ts'
import { surplus } from './bounds.ts'
import { spokenName } from './person-name.ts'
import type { RawPaper, Reading, SourceFault } from './raw-paper.ts'
import { dateOf, namesIn } from './stated.ts'

/** `TY  - JOUR`; some programs write one space, or none after the hyphen. */
const TAGGED = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*)|)$/
const MOST_FIELDS = 20_000

interface Open {
  readonly line: number
  readonly record: number
  readonly fields: Map<string, Value[]>
  /** Values so far, and the one that a line without a tag goes on with. */
  count: number
  last: Value | null
}

interface Value {
  text: string
}

/** Records in their order; one that no ER closes is cut off. */
export function readRis(text: string): Result<Reading, SourceFault> {
  const papers: RawPaper[] = []
  const faults: SourceFault[] = []
  let open: Open | null = null
  let record = 0
  const cutOff = ({ line, record }: Open): SourceFault => ({ line, record, what: 'it is cut off: no ER closes it' })
  let number = 0
  for (const whole of eachLine(text)) {
    number += 1
    const [, tag, value = ''] = TAGGED.exec(whole.trimEnd()) ?? []
    if (tag === 'TY') {
      if (open) faults.push(cutOff(open))
      open = { line: number, record: ++record, fields: new Map(), count: 0, last: null }
    } else if (tag === 'ER') {
      if (open) papers.push(paperOf(open))
      open = null
    } else if (!open) {
      if (whole.trim() !== '') faults.push({ line: number, what: 'it stands between records' })
    } else if (open.count < MOST_FIELDS) take(open, tag, tag === undefined ? whole.trim() : value.trim())
    const problem = surplus({ papers, faults }, number)
    if (problem) return err(problem)
  }
  if (open) faults.push(cutOff(open))
  return ok({ papers, faults })
}

/** A line without a tag goes on with the value above it. */
function take(open: Open, tag: string | undefined, value: string): void {
  if (value === '') return
  open.count++
  if (tag !== undefined) {
    const values = open.fields.get(tag) ?? []
    open.fields.set(tag, values)
    open.last = { text: value }
    values.push(open.last)
  } else if (open.last) open.last.text += ` ${value}`
}

function paperOf({ fields, line, record }: Open): RawPaper {
  const all = (...tags: readonly string[]): readonly string[] =>
    tags.flatMap((tag) => fields.get(tag)?.map(({ text }) => text) ?? [])
  const [year, month, day] = all('DA', 'PY', 'Y1')[0]?.split(/[/-]/) ?? []
  const authors = all('AU', 'A1').map(spokenName)
  return {
    title: all('TI', 'T1', 'CT', 'BT')[0] ?? '',
    abstract: all('AB', 'N2')[0] ?? '',
    line,
    record,
    ...known({ authors: authors.length > 0 ? authors : undefined, published: dateOf(year, month, day) }),
    ...namesIn(all('DO', 'AN', 'UR', 'LK', 'L2', 'L1')),
  }
}
