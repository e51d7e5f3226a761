/** The papers of phrases, kept while a query is typed on: with the next key they are asked for again, or some of them. */
import { both, type Mask } from './mask.ts'
import type { TypedWords } from './typed-words.ts'

const MOST = 8

/**
 * Finds the papers of phrases and compounds: `hold` gives the rows of papers with all their words, `read` those of them
 * where they stand together. They are kept while `standing` gives the same, which is while no papers come or go.
 */
export function createPhrases(
  standing: () => unknown,
  hold: (phrase: TypedWords) => Mask,
  read: (phrase: TypedWords, among: Mask) => Mask,
): (phrase: TypedWords) => Mask {
  let since: unknown = null
  let latest: readonly { readonly phrase: TypedWords; readonly mask: Mask }[] = []
  return (phrase) => {
    if (since !== standing()) latest = []
    since = standing()
    const same = latest.find((kept) => keyOf(kept.phrase) === keyOf(phrase))
    if (same) return same.mask
    const wider = latest.find((kept) => isWider(kept.phrase, phrase))
    const may = hold(phrase)
    const mask = read(phrase, wider ? both(may, wider.mask) : may)
    latest = [{ phrase, mask }, ...latest].slice(0, MOST)
    return mask
  }
}

function keyOf({ words: { parts, exact, field }, open }: TypedWords): string {
  return JSON.stringify([parts, exact, field, open])
}

/** Whether every paper with `other` has `phrase`: what stands in quotes is found by fewer the longer it gets. */
function isWider({ words, open }: TypedWords, other: TypedWords): boolean {
  if (!words.exact || !other.words.exact || words.field !== other.words.field) return false
  const last = words.parts.length - 1
  const { parts } = other.words
  const goesOn = open || !other.open || parts.length > words.parts.length
  return (
    goesOn &&
    words.parts.every((part, at) => parts[at] === part || (open && at === last && parts[at]?.startsWith(part)))
  )
}
