/** Gives a paper its topics by the rules of data/topics.json. */
import type { TopicRules } from './topic-rules.ts'

export interface CompiledTopic {
  readonly id: string
  readonly phrases: readonly (readonly [RegExp, number])[]
}
export type CompiledTopics = readonly CompiledTopic[]

/** Rules ready to run. */
export function compileTopics(rules: TopicRules): CompiledTopics {
  return rules.map(({ id, phrases }) => ({
    id,
    phrases: Object.entries(phrases).map(([phrase, weight]) => [new RegExp(`\\b(?:${phrase})`, 'gi'), weight] as const),
  }))
}

/** One to four topic ids, the surest first. */
export function findTopics(title: string, abstract: string, topics: CompiledTopics): string[] {
  const scored = topics
    .map(({ id, phrases }) => ({
      id,
      score: phrases.reduce(
        (sum, [phrase, weight]) =>
          sum + weight * (3 * Number(title.search(phrase) >= 0) + Math.min(3, abstract.match(phrase)?.length ?? 0)),
        0,
      ),
    }))
    .filter(({ score }) => score >= 3)
    .sort((a, b) => b.score - a.score)
  return scored.length > 0 ? scored.slice(0, 4).map(({ id }) => id) : ['other-applied']
}
