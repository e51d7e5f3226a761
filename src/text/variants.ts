/** Forms of one word: plural and verb endings, British and American spelling. */

/**
 * What the forms of a word have in common; never shown and never indexed, only compared. Names keep apart, as a
 * paper's words stay as written and the word as typed counts more than its forms.
 */
export function stem(word: string): string {
  if (word.length < 4 || /[^a-z]/.test(word)) return word
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

function singular(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.replace(/(?<=x|z|ch|sh|ss)es$|s$/, '')
}

/** Finds the other forms of a word among known ones. */
export type Variants = (word: string) => readonly string[]

/**
 * Groups known words by their stem, at the first word asked for: 15 ms that need not stand before the first papers.
 * Words that came since are added; another list is read anew.
 */
export function createVariants(words: () => readonly string[]): Variants {
  let read: readonly string[] = []
  let groups = new Map<string, string[]>()
  let grouped = 0
  return (word) => {
    const known = words()
    if (known !== read) {
      read = known
      groups = new Map()
      grouped = 0
    }
    for (; grouped < known.length; grouped++) addTo(groups, known[grouped] ?? '')
    return groups.get(stem(word))?.filter((other) => other !== word) ?? []
  }
}

function addTo(groups: Map<string, string[]>, word: string): void {
  const stemmed = stem(word)
  const group = groups.get(stemmed)
  if (group) group.push(word)
  else groups.set(stemmed, [word])
}
