/** Sentences that say where something is wrong, and reading JSON files that say so. */
import { readFileSync } from 'node:fs'
import { lineOf } from '../base/lines.ts'
import { err, ok, type Result } from '../base/result.ts'

/** `file:line: what is wrong`, the form that editors and terminals make clickable. */
export function at(file: string, line: number, what: string): string {
  return `${file}:${String(line)}: ${what}`
}

/** A JSON file and its text; an error names the line where reading stopped. */
export function readJson(file: string): Result<{ readonly value: unknown; readonly text: string }, string> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return err(at(file, 1, 'there is no such file'))
  }
  try {
    return ok({ value: JSON.parse(text) as unknown, text })
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : ''
    const offset = /position (\d+)/.exec(said)?.[1]
    return err(at(file, offset === undefined ? lineOf(text, text.length) : lineOf(text, Number(offset)), 'not JSON'))
  }
}
