/** The rules by which papers get their topics: the shape of data/topics.json, explained in data/README.md. */
import * as v from 'valibot'
import { err, ok, type Result } from '../base/result.ts'

/** Words in any case, `*` for any ending, `|` between alternatives. */
const Phrases = v.record(
  v.pipe(v.string(), v.regex(/^[^\s|*][^|]*(?:\|[^\s|*][^|]*)*$/, 'words, with | between alternatives')),
  v.pipe(v.number(), v.minValue(0)),
)

const TopicRules = v.pipe(
  v.array(
    v.strictObject({
      id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'small letters, digits and hyphens')),
      label: v.pipe(v.string(), v.minLength(1)),
      words: Phrases,
      against: v.optional(Phrases),
    }),
  ),
  v.minLength(1),
  v.check((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, 'two topics share an id'),
)
export type TopicRules = v.InferOutput<typeof TopicRules>

/** Validated rules; an error names the place, as in `3.words: …`. */
export function readTopicRules(input: unknown): Result<TopicRules, string> {
  const read = v.safeParse(TopicRules, input)
  if (read.success) return ok(read.output)
  const place = v.getDotPath(read.issues[0])
  return err(`${place ? `${place}: ` : ''}${read.issues[0].message}`)
}
