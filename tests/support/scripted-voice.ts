/** A voice that says nothing and tells what it was asked to say; it ends a piece when the test says so. */
import type { Page } from 'playwright-core'

export interface ScriptedVoice {
  readonly lang: string
  readonly localService: boolean
}

/** Runs in the page, so it may use nothing from outside of itself. */
function install(voices: readonly ScriptedVoice[]): void {
  const said: string[] = []
  let current: EventTarget | null = null
  class Utterance extends EventTarget {
    voice: ScriptedVoice | null = null
    lang = ''
    readonly text: string
    constructor(text: string) {
      super()
      this.text = text
    }
  }
  const fail = (target: EventTarget, error: string) =>
    target.dispatchEvent(Object.assign(new Event('error'), { error }))
  const synth = Object.assign(new EventTarget(), {
    getVoices: () => voices.map((voice) => ({ ...voice, default: false })),
    speak: (utterance: Utterance) => {
      said.push(utterance.text)
      current = utterance
      setTimeout(() => utterance.dispatchEvent(new Event('start')))
    },
    cancel: () => {
      const cut = current
      current = null
      if (cut) setTimeout(() => fail(cut, 'interrupted'))
    },
    pause: () => fail(new EventTarget(), 'pause is broken on Android'),
  })
  const end = () => {
    const done = current
    current = null
    done?.dispatchEvent(new Event('end'))
  }
  Object.defineProperty(window, 'speechSynthesis', { value: synth })
  Object.assign(window, {
    SpeechSynthesisUtterance: Utterance,
    scripted: { said, end, isTalking: () => current !== null },
  })
}

/** Puts such a voice in the place of the browser's, before the page starts. */
export async function withVoices(page: Page, voices: readonly ScriptedVoice[]): Promise<void> {
  await page.addInitScript(install, voices)
}

/** All that was said. */
export function said(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>('scripted.said')
}

/** The voice comes to the end of what it is saying. */
export async function endPiece(page: Page): Promise<void> {
  await page.evaluate('scripted.end()')
}

/** Whether something is being said. */
export function isTalking(page: Page): Promise<boolean> {
  return page.evaluate<boolean>('scripted.isTalking()')
}
