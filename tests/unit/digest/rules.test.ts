/** Rules of the digest, read from settings that may hold anything. */
import { describe, expect, it } from 'vitest'
import { DEFAULT_RULES, LARGEST, readRules, RULE_SETTINGS, SMALLEST, topicSetting } from '../../../src/digest/rules.ts'

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
    [{ [RULE_SETTINGS.lean]: 6 }, { lean: 3 }],
    [{ [RULE_SETTINGS.rhythm]: 'hourly' }, { rhythm: 'daily' }],
    [{ [topicSetting('agents')]: 'often', theme: 'more' }, { topics: new Map() }],
  ])('%j that no rule allows is %j', (settings, expected) => {
    expect(read(settings)).toMatchObject(expected)
  })
})
