/** Looks through the table of synonyms, which the search takes as it is. */
import { join } from 'node:path'
import * as v from 'valibot'
import { lineOf } from '../base/lines.ts'
import { err, ok, type Result } from '../base/result.ts'
import { fold } from '../text/fold.ts'
import { at, readJson } from './place.ts'

const FILE = 'data/synonyms.json'
const Groups = v.array(v.array(v.string()))

/** Says `file:line: what is wrong` of the first mistake in it. */
export function checkSynonyms(root: string): Result<null, string> {
  const file = join(root, FILE)
  const json = readJson(file)
  if (!json.ok) return json
  const groups = v.safeParse(Groups, json.value.value)
  if (!groups.success) return err(at(file, 1, 'it is to be a list of groups, each a list of terms'))
  const { text } = json.value
  const seen = new Set<string>()
  for (const group of groups.output)
    for (const term of group) {
      const fault = faultOf(term, group, seen)
      if (fault !== null) return err(at(file, lineOf(text, placeOf(term, text, seen.has(term))), `"${term}" ${fault}`))
      seen.add(term)
    }
  return ok(null)
}

function faultOf(term: string, group: readonly string[], seen: ReadonlySet<string>): string | null {
  if (group.length < 2) return 'stands alone in its group'
  if (term !== fold(term) || !/^[\p{L}\p{N}'.]+(?: [\p{L}\p{N}'.]+)*$/u.test(term))
    return 'is not lower-case words with single spaces'
  return seen.has(term) ? 'stands in the table twice' : null
}

function placeOf(term: string, text: string, again: boolean): number {
  const quoted = JSON.stringify(term)
  return again ? text.lastIndexOf(quoted) : text.indexOf(quoted)
}
