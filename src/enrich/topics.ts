/** Gives a paper its topics by the rules of data/topics.json. */
import { PhraseBook } from './phrases.ts'
import type { Paper } from '../corpus/paper.ts'
import type { TopicRules } from './topic-rules.ts'

/** Weights of the places a phrase stands in: what the title says, the paper is about. */
const PLACES = { title: 3, does: 2, elsewhere: 1, often: 0.5 } as const
const OFTEN = 3
/** A topic is given from this score on, and from this share of the surest topic's score. */
const ENOUGH = 3
const SHARE = 0.2
const MOST = 4
/** Given where no rule is sure, so that every paper can be found by topic. */
const LAST_RESORT = 'other-applied'

/** Rules ready to run: phrase number n speaks for (or against) topic `of[n]` with `weight[n]`. */
export interface CompiledTopics {
  readonly ids: readonly string[]
  readonly phrases: PhraseBook
  readonly of: readonly number[]
  readonly weight: readonly number[]
}

/** The text of a paper in three parts; `rest` is the abstract without the sentence that says what the paper does. */
export interface TopicText {
  readonly title: string
  readonly does: string
  readonly rest: string
}

/** The three parts of a paper. */
export function topicText({ title, abstract, does }: Pick<Paper, 'title' | 'abstract' | 'does'>): TopicText {
  if (does === null) return { title, does: '', rest: abstract }
  const rest = `${abstract.slice(0, does.start)}\n${abstract.slice(does.end)}`
  return { title, does: abstract.slice(does.start, does.end), rest }
}

/** Rules ready to run. */
export function compileTopics(rules: TopicRules): CompiledTopics {
  const of: number[] = []
  const weight: number[] = []
  const phrases: string[] = []
  rules.forEach(({ words, against = {} }, topic) => {
    const add = (entries: Readonly<Record<string, number>>, sign: 1 | -1): void => {
      for (const [phrase, value] of Object.entries(entries)) {
        of.push(topic)
        weight.push(sign * value)
        phrases.push(phrase)
      }
    }
    add(words, 1)
    add(against, -1)
  })
  return { ids: rules.map(({ id }) => id), phrases: new PhraseBook(phrases), of, weight }
}

/** One to four topic ids, the surest first; equal scores in the order of the rules. */
export function findTopics(text: TopicText, topics: CompiledTopics): string[] {
  const scores = scoreTopics(text, topics)
  const top = Math.max(...scores)
  const sure = scores
    .map((score, topic) => ({ score, id: topics.ids[topic] ?? '' }))
    .filter(({ score }) => score >= ENOUGH && score >= top * SHARE)
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST)
  return sure.length > 0 ? sure.map(({ id }) => id) : [LAST_RESORT]
}

/** The score of every topic, in the order of the rules. */
export function scoreTopics(text: TopicText, { ids, phrases, of, weight }: CompiledTopics): number[] {
  const scores = ids.map(() => 0)
  const title = phrases.count(text.title)
  const does = phrases.count(text.does)
  const rest = phrases.count(text.rest)
  for (let phrase = 0; phrase < of.length; phrase++) {
    const inRest = rest[phrase] ?? 0
    if (inRest === 0 && title[phrase] === 0 && does[phrase] === 0) continue // most
    const places =
      (title[phrase] === 0 ? 0 : PLACES.title) +
      (does[phrase] === 0 ? 0 : PLACES.does) +
      (inRest > 0 ? PLACES.elsewhere : 0) +
      (inRest >= OFTEN ? PLACES.often : 0)
    const topic = of[phrase] ?? 0
    scores[topic] = (scores[topic] ?? 0) + places * (weight[phrase] ?? 0)
  }
  return scores
}
