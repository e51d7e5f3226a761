/** The papers of phrases, kept while a query is typed on: with the next key they are asked for again, or some of them. */
import type { Words } from '../query/tree.ts'

/** One byte a row: whether the paper passes. */
type Mask = Uint8Array

interface Phrase {
  readonly words: Words
  /** Whether its last word may go on. */
  readonly open: boolean
}

const MOST = 8

/**
 * Finds the papers of phrases and compounds: `hold` gives the rows of papers with all their words, `read` those of them
 * where they stand together. They are kept while `standing` gives the same, which is while no papers come or go.
 */
export function createPhrases(
  standing: () => unknown,
  hold: (phrase: Phrase) => Mask,
  read: (phrase: Phrase, among: Mask) => Mask,
): (phrase: Phrase) => Mask {
  let since: unknown = null
  let latest: readonly { readonly phrase: Phrase; readonly mask: Mask }[] = []
  return (phrase) => {
    if (since !== standing()) latest = []
    since = standing()
    const same = latest.find((kept) => keyOf(kept.phrase) === keyOf(phrase))
    if (same) return same.mask
    const wider = latest.find((kept) => isWider(kept.phrase, phrase))
    const may = hold(phrase)
    const mask = read(phrase, wider ? may.map((holds, row) => holds & (wider.mask[row] ?? 0)) : may)
    latest = [{ phrase, mask }, ...latest].slice(0, MOST)
    return mask
  }
}

function keyOf({ words: { parts, exact, field }, open }: Phrase): string {
  return JSON.stringify([parts, exact, field, open])
}

/** Whether every paper with `other` has `phrase`: what stands in quotes is found by fewer the longer it gets. */
function isWider({ words, open }: Phrase, other: Phrase): boolean {
  if (!words.exact || !other.words.exact || words.field !== other.words.field) return false
  const last = words.parts.length - 1
  const { parts } = other.words
  const goesOn = open || !other.open || parts.length > words.parts.length
  return (
    goesOn && words.parts.every((part, at) => parts[at] === part || (open && at === last && begins(parts[at], part)))
  )
}

function begins(word: string | undefined, beginning: string): boolean {
  return word?.startsWith(beginning) ?? false
}
