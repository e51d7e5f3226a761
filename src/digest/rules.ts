/** What the reader may say about the digest, and how it is read from settings. */

/** Which days have an edition: each, Monday to Friday, or one from each Monday on. */
export const RHYTHMS = ['daily', 'weekdays', 'weekly'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** From "what everyone reads" (1) to "what you read" (5). */
export const LEANS = [1, 2, 3, 4, 5] as const
export type Lean = (typeof LEANS)[number]

/** What the reader wants of a topic; `never` keeps its papers out of the digest altogether. */
export const TOPIC_RULES = ['more', 'less', 'never'] as const
export type TopicRule = (typeof TOPIC_RULES)[number]

export const SMALLEST = 5
export const LARGEST = 30

export interface Rules {
  /** Papers in an edition, which is never longer; from 5 to 30. */
  readonly size: number
  readonly lean: Lean
  readonly rhythm: Rhythm
  readonly topics: ReadonlyMap<string, TopicRule>
}

export const DEFAULT_RULES: Rules = { size: 12, lean: 3, rhythm: 'daily', topics: new Map() }

/** The names under which settings hold the rules; each is chosen, and merged, by itself. */
export const RULE_SETTINGS = { size: 'digest-size', lean: 'digest-lean', rhythm: 'digest-rhythm' } as const
const TOPIC_SETTING = 'digest-topic.'

/** The name of the setting that holds the rule of a topic. */
export function topicSetting(topic: string): string {
  return TOPIC_SETTING + topic
}

/** The rules in the reader's settings; what is no rule of this build counts as not chosen. */
export function readRules(settings: ReadonlyMap<string, unknown>): Rules {
  const size = settings.get(RULE_SETTINGS.size)
  const topics = new Map<string, TopicRule>()
  for (const [name, value] of settings) {
    const rule = TOPIC_RULES.find((one) => one === value)
    if (rule && name.startsWith(TOPIC_SETTING)) topics.set(name.slice(TOPIC_SETTING.length), rule)
  }
  return {
    size: typeof size === 'number' ? Math.min(LARGEST, Math.max(SMALLEST, Math.round(size))) : DEFAULT_RULES.size,
    lean: LEANS.find((one) => one === settings.get(RULE_SETTINGS.lean)) ?? DEFAULT_RULES.lean,
    rhythm: RHYTHMS.find((one) => one === settings.get(RULE_SETTINGS.rhythm)) ?? DEFAULT_RULES.rhythm,
    topics,
  }
}

/** The rules with another one for a topic; null lets it come as it comes. */
export function withTopic(rules: Rules, topic: string, rule: TopicRule | null): Rules {
  const topics = new Map(rules.topics)
  if (rule) topics.set(topic, rule)
  else topics.delete(topic)
  return { ...rules, topics }
}

/** The settings that say these rules, by name; null where a rule is the one that holds unasked, or is taken back. */
export function writeRules(
  settings: ReadonlyMap<string, unknown>,
  { size, lean, rhythm, topics }: Rules,
): readonly (readonly [string, string | number | null])[] {
  const chosen = <Value>(value: Value, unasked: Value): Value | null => (value === unasked ? null : value)
  const before = [...settings.keys()].filter((name) => name.startsWith(TOPIC_SETTING))
  const named = new Map([...topics].map(([topic, rule]) => [topicSetting(topic), rule]))
  return [
    [RULE_SETTINGS.size, chosen(size, DEFAULT_RULES.size)],
    [RULE_SETTINGS.lean, chosen(lean, DEFAULT_RULES.lean)],
    [RULE_SETTINGS.rhythm, chosen(rhythm, DEFAULT_RULES.rhythm)],
    ...[...new Set([...before, ...named.keys()])].map((name) => [name, named.get(name) ?? null] as const),
  ]
}
