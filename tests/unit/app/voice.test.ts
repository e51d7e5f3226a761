/** Which voice reads, of those that a device has. */
import { describe, expect, it } from 'vitest'
import { chooseVoice } from '../../../src/app/voice.ts'

const voice = (name: string, lang: string, localService = true, byDefault = false) => ({
  name,
  lang,
  localService,
  default: byDefault,
})
const us = voice('us', 'en_US')
const gb = voice('gb', 'en-GB')
const cloud = voice('cloud', 'en-US', false, true)
const german = voice('german', 'de-DE', true, true)

describe('the voice', () => {
  it.each([
    ['on the device before one elsewhere', [cloud, us], 'en-US', 'local us'],
    ['of the reader’s own English', [us, gb], 'en-GB', 'local gb'],
    ['of any English for a reader of another language', [german, us], 'de-DE', 'local us'],
    ['the default of several', [us, voice('chosen', 'en-US', true, true)], 'en-US', 'local chosen'],
    ['elsewhere, and said so, where no other is English', [german, cloud], 'en-US', 'remote cloud'],
  ])('is %s', (_, voices, language, expected) => {
    const choice = chooseVoice(voices, language)
    expect(choice.kind === 'none' ? 'none' : `${choice.kind} ${choice.voice.name}`).toBe(expected)
  })
  it('is none where there is no English one', () => {
    expect(chooseVoice([german, voice('Enga', 'enq-PG')], 'en-US').kind).toBe('none')
  })
})
