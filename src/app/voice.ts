/** Which of a device's voices reads: an English one that speaks on the device itself. */

/** What is asked of a voice; the browser's own have it. */
export type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>

/** `remote` where the only English voices send the text to their maker, `none` where there is no English voice. */
export type VoiceChoice<One extends Voice> =
  { readonly kind: 'local' | 'remote'; readonly voice: One } | { readonly kind: 'none' }

/** The voice for English text; of several the one of the reader's own English, then the device's default. */
export function chooseVoice<One extends Voice>(voices: readonly One[], language: string): VoiceChoice<One> {
  const english = voices.filter(({ lang }) => /^en\b/.test(code(lang)))
  const local = english.filter(({ localService }) => localService)
  const row = local.length > 0 ? local : english
  const own = row.filter(({ lang }) => code(lang) === code(language))
  const voice = own.find((one) => one.default) ?? own[0] ?? row.find((one) => one.default) ?? row[0]
  return voice ? { kind: voice.localService ? 'local' : 'remote', voice } : { kind: 'none' }
}

/** Android writes `en_GB`. */
function code(lang: string): string {
  return lang.replace('_', '-').toLowerCase()
}

/** Milliseconds in which a browser names its voices; some do so only after they were asked. */
const PATIENCE_MS = 2_000

/** The voices, once the browser has named any; an empty list if it never does. */
export async function voicesOf(synth: SpeechSynthesis): Promise<readonly SpeechSynthesisVoice[]> {
  if (synth.getVoices().length === 0)
    await new Promise<void>((go) => {
      const named = () => {
        go()
      }
      synth.addEventListener('voiceschanged', named, { once: true })
      setTimeout(named, PATIENCE_MS)
    })
  return synth.getVoices()
}
