/** Where the words of a query stand in a text: phrases, compounds and single words, in their forms. */
import { STOP_WORDS } from '../text/stop-words.ts'
import type { Token } from '../text/tokenize.ts'
import { stem } from '../text/variants.ts'
import { indexText, type TextIndex } from './text-index.ts'
import type { Words } from './tree.ts'

/** The tokens that make up one occurrence, in order; `open` says that the last word may be the beginning of one. */
export function* occurrences(
  { parts, exact }: Pick<Words, 'parts' | 'exact'>,
  tokens: readonly Token[],
  open: boolean,
): Generator<readonly Token[]> {
  const index = indexText(tokens)
  const { steps, firstOf } = index.order
  const ways = exact || parts.length === 1 ? [parts] : [parts, [joinedParts(parts)]]
  for (const way of ways)
    for (const word of beginningsOf(way, index, exact, open))
      for (const token of index.tokensOf(word)) {
        /* v8 ignore start -- each token of a text begins with some word */
        const from = firstOf.get(token) ?? 0
        /* v8 ignore stop */
        const run = follow(way, 0, steps, from, exact, open)
        if (run) yield run
      }
}

/** The words of a text with which an occurrence may begin. */
function beginningsOf(parts: readonly string[], index: TextIndex, exact: boolean, open: boolean): readonly string[] {
  const [first = ''] = parts
  if (open && parts.length === 1) return index.begunBy(exact ? first : first.slice(0, 1))
  return exact || STOP_WORDS.has(first) ? [first] : index.formsOf(first)
}

/** The parts of a compound as the one word that they make joined. */
export function joinedParts(parts: readonly string[]): string {
  return parts.map((part) => part.replaceAll('.', '')).join('')
}

function follow(
  parts: readonly string[],
  part: number,
  steps: readonly (readonly Token[])[],
  at: number,
  exact: boolean,
  open: boolean,
): readonly Token[] | null {
  const isLast = part === parts.length - 1
  /* v8 ignore start -- there is a part to be followed, until the last was found */
  const asked = parts[part] ?? ''
  /* v8 ignore stop */
  for (const token of steps[at] ?? []) {
    if (!fits(asked, token.text, exact, open && isLast)) continue
    const rest = isLast ? [] : follow(parts, part + 1, steps, at + token.parts, exact, open)
    if (rest) return [token, ...rest]
  }
  return null
}

function fits(asked: string, word: string, exact: boolean, open: boolean): boolean {
  if (asked === word || (open && word.startsWith(asked))) return true
  // Forms of a word begin alike; comparing the first letter spares most of the work.
  return !exact && word.startsWith(asked.slice(0, 1)) && !STOP_WORDS.has(asked) && stem(asked) === stem(word)
}
