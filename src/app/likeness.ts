/** Why one paper is listed beside another, in words. */
import type { Paper } from '../corpus/paper.ts'

/** The words both hold, `both: pipeline parallelism, bubbles`; else a topic they share; else that it is put otherwise. */
export function likeness(
  terms: readonly string[],
  a: Pick<Paper, 'topics'>,
  b: Pick<Paper, 'topics'>,
  topicLabel: (id: string) => string,
): string {
  if (terms.length > 0) return `both: ${terms.join(', ')}`
  const topic = b.topics.find((one) => a.topics.includes(one))
  return topic === undefined ? 'near in meaning, in other words' : `both: ${topicLabel(topic).toLowerCase()}`
}
