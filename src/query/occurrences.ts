/** Where the words of a query stand in a text: phrases, compounds and single words, in their forms. */
import { STOP_WORDS } from '../text/stop-words.ts'
import type { Token } from '../text/tokenize.ts'
import { stem } from '../text/variants.ts'
import { indexText } from './text-index.ts'
import type { Words } from './tree.ts'

/** The tokens that make up one occurrence, in order; `open` says that the last word may be the beginning of one. */
export function* occurrences(
  { parts, exact }: Pick<Words, 'parts' | 'exact'>,
  tokens: readonly Token[],
  open: boolean,
): Generator<readonly Token[]> {
  const { steps, begunBy, placesOf } = indexText(tokens)
  const [first = ''] = parts
  const joined = joinedParts(parts)
  // Whatever fits begins with the same letter.
  for (const word of begunBy(first.slice(0, 1)))
    for (const { at } of placesOf(word)) {
      const run =
        follow(parts, 0, steps, at, exact, open) ??
        (exact || parts.length === 1 ? null : follow([joined], 0, steps, at, exact, open))
      if (run) yield run
    }
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
  for (const token of steps[at] ?? []) {
    if (!fits(parts[part] ?? '', token.text, exact, open && isLast)) continue
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
