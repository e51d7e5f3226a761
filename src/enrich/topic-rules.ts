/** The rules by which papers get their topics: the shape of data/topics.json. */
import * as v from 'valibot'

const Phrases = v.record(v.string(), v.number())
const TopicRules = v.pipe(
  v.array(
    v.object({
      id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
      label: v.pipe(v.string(), v.minLength(1)),
      phrases: Phrases,
    }),
  ),
  v.minLength(1),
)
export type TopicRules = v.InferOutput<typeof TopicRules>

/** Validates parsed rules; throws nothing, an error names the place. */
export function readTopicRules(input: unknown) {
  return v.safeParse(TopicRules, input)
}
