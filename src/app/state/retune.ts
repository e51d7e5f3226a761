/** Today's edition by other rules, before they are kept and when they are. */
import { err, ok, type Result } from '../../base/result.ts'
import type { Topic } from '../../corpus/paper.ts'
import type { Problem } from '../../corpus/problem.ts'
import { entriesOf, type PaperEdition, type Section } from '../../digest/edition.ts'
import type { EditionFacts } from '../../digest/facts.ts'
import { factsForRest, idsOf, joinEditions } from '../../digest/retune.ts'
import type { Rules } from '../../digest/rules.ts'
import { isThrough } from '../edition-progress.ts'
import type { AppState } from './app.ts'
import { contextOfSearches } from './language.ts'

type Parts = Pick<AppState, 'client' | 'library'>

/** What today's edition would be; what the reader has come through stays, and so do its first entries, if wanted. */
export async function retuned(
  { client, library }: Parts,
  edition: PaperEdition,
  rules: Rules,
  first = 0,
): Promise<Result<PaperEdition, Problem>> {
  library.start()
  await library.ready
  const { snapshot, desk } = library
  if (!snapshot || !desk) return err({ kind: 'failed', detail: 'the library cannot be read' })
  const stay = idsOf(edition, ({ paper }, at) => at < first || isThrough(snapshot.papers.get(paper.id), edition.day))
  // What arrived in a postscript was shown, and is not chosen again.
  const arrived = edition.postscripts.flatMap(({ entries }) => entries.map(({ paper }) => paper.id))
  const known = desk.facts(edition.day, await contextOfSearches(library), edition)
  const facts = factsForRest(first > 0 ? withoutNewSections(known, edition) : known, rules, stay)
  if (!facts) return ok(edition)
  const answer = await client.edition({ ...facts, done: [...facts.done, ...arrived] })
  if (!answer.ok) return answer
  const rest = answer.value.edition
  if (rest.kind === 'last') return ok(edition)
  const joined = joinEditions(edition, rest, stay)
  return ok({ ...joined, shown: joined.shown + arrived.length })
}

/** A section that was not there would come to stand above the entries that stay first. */
function withoutNewSections(facts: EditionFacts, { sections }: PaperEdition): EditionFacts {
  const has = (kind: Section['kind']): boolean => sections.some((section) => section.kind === kind)
  const isPersonal = has('because') || has('again')
  return {
    ...facts,
    searches: has('search') ? facts.searches : [],
    saved: isPersonal ? facts.saved : [],
    done: isPersonal ? facts.done : [...facts.done, ...facts.saved.map(({ id }) => id)],
  }
}

/** Keeps rules, and the edition that they make of today's, as one change with one way back; `words` say so. */
export function keepRules(
  { library }: Parts,
  rules: Rules,
  { before, after }: { readonly before: PaperEdition; readonly after: PaperEdition },
  words: string,
): Promise<unknown> {
  const isKept = library.snapshot?.editions.some(({ day }) => day === before.day) ?? false
  return library.act((deeds, scene) => deeds.chooseRules(scene, rules, isKept ? { before, after } : null, words))
}

/** Topics by the number of their papers, the most first; as they come where that cannot be asked. */
export async function byCount({ client }: Parts, topics: readonly Topic[]): Promise<readonly Topic[]> {
  const found = await client.matches(topics.map(({ id }) => `topic:${id}`))
  if (!found.ok) return topics
  const { papers } = found.value
  const counted = topics.map((topic, at) => ({ topic, count: papers[at]?.length ?? 0 }))
  return counted.sort((a, b) => b.count - a.count).map(({ topic }) => topic)
}

/** Ids of the papers that the one has and the other has not. */
export function newIn(after: PaperEdition, before: PaperEdition): ReadonlySet<string> {
  const had = new Set(entriesOf(before).map(({ paper }) => paper.id))
  return new Set(entriesOf(after).flatMap(({ paper }) => (had.has(paper.id) ? [] : [paper.id])))
}
