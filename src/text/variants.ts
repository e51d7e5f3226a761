/** Forms of one word: plural and verb endings, British and American spelling. */
import type { Dictionary } from './dictionary.ts'

/**
 * What the forms of a word have in common; never shown and never indexed, only compared. Names keep apart, as a
 * paper's words stay as written and the word as typed counts more than its forms.
 */
export function stem(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  if (stems.size === MOST_STEMS) stems.clear()
  const stemmed = cut(word)
  stems.set(word, stemmed)
  return stemmed
}

/** Kept, as marking asks for those of a page of results with every key. */
const stems = new Map<string, string>()
const MOST_STEMS = 4_000

/** No word that has forms is longer, and what is may be bait: the time to cut an ending off grows with its square. */
const LONGEST_WORD = 100

function cut(word: string): string {
  if (word.length < 4 || word.length > LONGEST_WORD || /[^a-z]/.test(word)) return word
  return singular(word)
    .replace(/isation$/, 'ization')
    .replace(/([aeiouy].*[a-z])(?:ing|ed)$/, '$1')
    .replace(/([bdgklmnprt])\1$/, '$1')
    .replace(/is(e?)$/, 'iz$1')
    .replace(/yse?$/, 'yz')
    .replace(/our$/, 'or')
    .replace(/ogue$/, 'og')
    .replace(/e$/, '')
}

const SUFFIX =
  /(?:ization|izer|ation|ition|ment|ness|ency|ence|ance|ably|able|ible|ally|ical|ion|ive|ity|ous|al|er|or|ly|ic|iz|at|y)$/

/** What words of one family share, nouns and verbs: `encrypting`, `encryption`. Words near in meaning, no forms of one. */
export function root(word: string): string {
  const stemmed = stem(word)
  if (stemmed.length < 6 || /[^a-z]/.test(stemmed)) return stemmed
  const short = stemmed.replace(SUFFIX, '')
  return short.length < 5 ? stemmed : short
}

function singular(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.replace(/(?<=x|z|ch|sh|ss)es$|s$/, '')
}

/** Finds the other forms of a word among known ones. */
export type Variants = (word: string) => readonly string[]

/** Words whose forms are kept: while a query is typed, the words before the last are asked for with every key. */
const MOST_KEPT = 200
/** A form is longer than the stem by this at most: `mapp-ings`, `catalog-ueing`. */
const LONGEST_ENDING = 6

/** Looks for forms, or for words with another key in common, where words begin alike; other dictionaries are looked into anew. */
export function createVariants(
  dictionaries: () => readonly Dictionary[],
  key: (word: string) => string = stem,
  longest = LONGEST_ENDING,
): Variants {
  let read: readonly Dictionary[] = []
  const kept = new Map<string, readonly string[]>()
  return (word) => {
    const now = dictionaries()
    if (now !== read || kept.size === MOST_KEPT) kept.clear()
    read = now
    const known = kept.get(word)
    if (known) return known
    const keyed = key(word)
    const forms = new Set(now.flatMap((dictionary) => formsIn(dictionary, keyed, key, longest)))
    forms.delete(word)
    kept.set(word, [...forms])
    return [...forms]
  }
}

/** The words of a dictionary that have a stem, or another key. */
function formsIn(
  dictionary: Dictionary,
  stemmed: string,
  key: (word: string) => string,
  longest: number,
): readonly string[] {
  const beginning = sharedBeginning(stemmed)
  const end = dictionary.endOf(beginning)
  const forms: string[] = []
  for (let place = dictionary.placeOf(beginning); place < end; place++) {
    if (dictionary.lengthAt(place) > stemmed.length + longest) continue
    const word = dictionary.at(place)
    if (key(word) === stemmed) forms.push(word)
  }
  return forms
}

/** What all forms with a stem begin with: `organisation`, `studies`, `analyse` and `colour` end otherwise. */
function sharedBeginning(stemmed: string): string {
  if (stemmed.endsWith('ization')) return stemmed.slice(0, -'zation'.length)
  return /[yz]$|or$/.test(stemmed) ? stemmed.slice(0, -1) : stemmed
}
