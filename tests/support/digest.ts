/** A reader for tests of the digest, day by day: what they saved, did and were shown, as the library would say it. */
import { addDays } from '../../src/base/days.ts'
import type { Paper } from '../../src/corpus/paper.ts'
import { statementsOf } from '../../src/corpus/statements.ts'
import { composeEdition } from '../../src/digest/compose.ts'
import { entriesOf, type Edition } from '../../src/digest/edition.ts'
import { factsOfNewReader, type EditionFacts, type Meaning, type Page } from '../../src/digest/facts.ts'

export function pageOf(papers: readonly Paper[], meaning: Meaning | null = null): Page {
  return { generation: 'one', papers, topics: [], stated: statementsOf(papers), dated: false, trending: false, meaning }
}

/** Each paper is as near to a saved one as they share topics; nothing else pulls. */
export const byTopics = (papers: readonly Paper[]): Meaning => {
  const shared = (a: Paper, b: Paper): readonly string[] => a.topics.filter((topic) => b.topics.includes(topic))
  const known = new Map(papers.map((paper) => [paper.id, paper]))
  return {
    rank: ({ saved }, candidates) =>
      candidates
        .filter(({ id }) => !saved.includes(id))
        .flatMap((paper) => {
          const pulls = saved.flatMap((id) => {
            const other = known.get(id)
            return other ? [{ paper, score: shared(paper, other).length, pulledBy: id }] : []
          })
          const best = pulls.sort((a, b) => b.score - a.score)[0]
          return best && best.score > 0 ? [best] : []
        })
        .sort((a, b) => b.score - a.score),
    shared: (a, b) => {
      const [one, other] = [known.get(a), known.get(b)]
      return one && other ? shared(one, other) : []
    },
  }
}

/** Facts of the day after an edition, in which the reader did nothing else. */
export function factsAfter(facts: EditionFacts, edition: Edition, days = 1): EditionFacts {
  const now = entriesOf(edition).map(({ paper }) => ({ id: paper.id, day: edition.day }))
  const ids = new Set(now.map(({ id }) => id))
  return {
    ...facts,
    day: addDays(edition.day, days),
    made: facts.made + 1,
    previous: edition.day,
    listed: edition.listed ?? facts.listed,
    shown: [...facts.shown.filter(({ id }) => !ids.has(id)), ...now],
  }
}

/** Editions day by day; `live` is what the reader does with each before the next. */
export function readDays(
  page: Page,
  days: number,
  live: (edition: Edition, facts: EditionFacts) => EditionFacts = (_, facts) => facts,
): readonly Edition[] {
  const editions: Edition[] = []
  let facts = factsOfNewReader('2026-11-22')
  for (let at = 0; at < days; at++) {
    const edition = composeEdition(page, facts)
    editions.push(edition)
    facts = factsAfter(live(edition, facts), edition)
  }
  return editions
}
