/** Rules of the digest, read from settings that may hold anything. */
import { describe, expect, it } from 'vitest'
import {
  DEFAULT_RULES,
  LARGEST,
  readRules,
  RULE_SETTINGS,
  SMALLEST,
  topicSetting,
  withTopic,
  writeRules,
  type Rules,
} from '../../../src/digest/rules.ts'

type Settings = Readonly<Record<string, string | number | boolean>>
const read = (settings: Settings) => readRules(new Map(Object.entries(settings)))

describe('rules', () => {
  it('are the defaults where nothing is chosen', () => {
    expect(read({})).toEqual(DEFAULT_RULES)
  })
  it('are what was chosen', () => {
    const topics = { [topicSetting('agents')]: 'more', [topicSetting('speech')]: 'never' }
    expect(
      read({ [RULE_SETTINGS.size]: 20, [RULE_SETTINGS.lean]: 5, [RULE_SETTINGS.rhythm]: 'weekly', ...topics }),
    ).toEqual({
      size: 20,
      lean: 5,
      rhythm: 'weekly',
      topics: new Map([
        ['agents', 'more'],
        ['speech', 'never'],
      ]),
    })
  })
  it.each<[Settings, object]>([
    [{ [RULE_SETTINGS.size]: 1 }, { size: SMALLEST }],
    [{ [RULE_SETTINGS.size]: 1000 }, { size: LARGEST }],
    [{ [RULE_SETTINGS.size]: 'many' }, { size: 12 }],
    [{ [RULE_SETTINGS.size]: 5.5 }, { size: 6 }],
    [{ [RULE_SETTINGS.lean]: 6 }, { lean: 3 }],
    [{ [RULE_SETTINGS.rhythm]: 'hourly' }, { rhythm: 'daily' }],
    [{ [topicSetting('agents')]: 'often', theme: 'more' }, { topics: new Map() }],
  ])('%j that no rule allows is %j', (settings, expected) => {
    expect(read(settings)).toMatchObject(expected)
  })

  const some: Rules = { size: 20, lean: 5, rhythm: 'weekly', topics: new Map([['agents', 'more']]) }
  const other: Rules = { ...some, lean: 3, topics: new Map([['speech', 'never']]) }
  it.each([
    ['from nothing', DEFAULT_RULES, some],
    ['from others', some, other],
    ['back to the defaults', some, DEFAULT_RULES],
  ])('are read as they were written, %s', (_, before, after) => {
    const settings = new Map<string, string | number>()
    for (const rules of [before, after])
      for (const [name, value] of writeRules(settings, rules))
        if (value === null) settings.delete(name)
        else settings.set(name, value)
    expect(readRules(settings)).toEqual(after)
    expect(settings.size).toBe(after === DEFAULT_RULES ? 0 : after === some ? 4 : 3)
  })

  it('are written by name, and taken back by name', () => {
    const settings = new Map<string, string | number>([
      [topicSetting('speech'), 'less'],
      ['theme', 'dark'],
    ])
    expect(writeRules(settings, some)).toEqual([
      ['digest-size', 20],
      ['digest-lean', 5],
      ['digest-rhythm', 'weekly'],
      ['digest-topic.speech', null],
      ['digest-topic.agents', 'more'],
    ])
  })

  it('of a topic are changed and taken back, and the others stay', () => {
    const less = withTopic(some, 'speech', 'less')
    expect(less).toEqual({ ...some, topics: new Map([...some.topics, ['speech', 'less']]) })
    expect(withTopic(less, 'speech', null)).toEqual(some)
    expect(withTopic(less, 'agents', 'never').topics.get('agents')).toBe('never')
    expect(some.topics.size).toBe(1)
  })
})
