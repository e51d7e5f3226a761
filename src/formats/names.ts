/** Names of people, cut as BibTeX cuts them: the last word is the family's, with the small words before it. */

export interface PersonName {
  readonly family: string
  /** Empty for one word, and for names of groups. */
  readonly given: string
}

/** Groups sign papers, too, and have no family. */
const GROUP = /\b(?:team|group|collaboration|consortium|project|lab|labs|laboratory|institute|university|inc|ai)$/i

/** The two parts of a name as it is spoken. */
export function personName(name: string): PersonName {
  const words = name.split(' ')
  if (GROUP.test(name) || words.length === 1) return { family: name, given: '' }
  const small = words.findIndex((word, at) => at > 0 && at < words.length - 1 && /^\p{Ll}/u.test(word))
  const cut = small > 0 ? small : words.length - 1
  return { family: words.slice(cut).join(' '), given: words.slice(0, cut).join(' ') }
}

/** `Family, Given`, or the name of a group as it is. */
export function familyFirst(name: string): string {
  const { family, given } = personName(name)
  return given === '' ? family : `${family}, ${given}`
}
