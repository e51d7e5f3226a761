/** Names that the authors of papers gave, for what is being typed of one. */
import type { Paper } from '../corpus/paper.ts'
import { fitting, keyed, type Named } from '../query/suggest.ts'

/** More than are shown, as some stop fitting with the next key. */
const MOST = 8

/** Read at the first question about these papers: 100,000 names take some 100 ms, in the pause behind an answer. */
const namesOf = new WeakMap<readonly Paper[], readonly Named[]>()

/** The names of papers that the end of a text may begin, the likeliest first. */
export function suggestNames(papers: readonly Paper[], text: string): readonly string[] {
  let names = namesOf.get(papers)
  if (!names) {
    names = [...new Set(papers.flatMap(({ system }) => system ?? []))].map(keyed)
    namesOf.set(papers, names)
  }
  return fitting(names, text, text.length, MOST).map(({ one }) => one.name)
}
