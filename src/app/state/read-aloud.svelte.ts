/** Reads papers aloud, a sentence at a time: pause and go on, the next paper, and where it is. */
import { speechOf } from '../../text/speech.ts'
import { chooseVoice, voicesOf } from '../voice.ts'
import type { Reading } from './listening.svelte.ts'

/** `ask`: the only voices send the text elsewhere, and the reader has not agreed. `silent`: the voice did not begin. */
export type ReadState =
  'finding' | 'no-speech' | 'no-voice' | 'ask' | 'playing' | 'paused' | 'silent' | 'failed' | 'ended'

/** A sentence as it stands in the source, and what is said for it. */
interface Line {
  /** The place of its paper. */
  readonly reading: number
  readonly text: string
  readonly pieces: readonly string[]
}

/** Milliseconds after which a voice that has not begun will not. */
const PATIENCE_MS = 5_000

export class ReadAloud {
  state: ReadState = $state('finding')
  #at = $state(0)
  readonly #lines: readonly Line[]
  readonly #readings: readonly Reading[]
  readonly line: Line | null = $derived.by(() => this.#lines[this.#at] ?? null)
  readonly reading: Reading | null = $derived.by(() => this.#readings[this.line?.reading ?? -1] ?? null)
  readonly #synth: SpeechSynthesis | null
  #voice: SpeechSynthesisVoice | null = null
  /** Counts what was begun: what an utterance says that was stopped is not heard. */
  #turn = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(readings: readonly Reading[], synth: SpeechSynthesis | null) {
    this.#readings = readings
    this.#synth = synth
    this.#lines = readings.flatMap(({ texts }, reading) =>
      texts.flatMap((text) =>
        speechOf(text).map(({ start, end, pieces }) => ({ reading, text: text.slice(start, end), pieces })),
      ),
    )
  }

  /** Looks for a voice, and begins if there is one that speaks on the device. */
  async start(): Promise<void> {
    if (!this.#synth) {
      this.state = 'no-speech'
      return
    }
    const choice = chooseVoice(await voicesOf(this.#synth), navigator.language)
    if (this.state !== 'finding') return
    if (choice.kind === 'none') this.state = 'no-voice'
    else {
      this.#voice = choice.voice
      if (choice.kind === 'remote') this.state = 'ask'
      else this.play()
    }
  }

  /** Begins, or goes on, with the sentence it is at; from the end, anew. */
  play(): void {
    if (!this.#synth || !this.#voice) return
    this.#hush()
    if (this.#at >= this.#lines.length) this.#at = 0
    this.state = 'playing'
    this.#say(0)
  }

  /** Stops at the sentence. The browser's own pause does nothing on Android, so the sentence is begun anew after it. */
  pause(): void {
    this.#hush()
    this.state = 'paused'
  }

  get hasNext(): boolean {
    return (this.line?.reading ?? Infinity) < this.#readings.length - 1
  }

  /** On to the next paper, reading or not, as it was. */
  next(): void {
    const next = this.#lines.findIndex(({ reading }) => reading > (this.line?.reading ?? Infinity))
    if (next === -1) return
    this.#hush()
    this.#at = next
    if (this.state === 'playing') this.#say(0)
  }

  /** Ends it for good. */
  destroy(): void {
    this.#hush()
    this.state = 'ended'
  }

  #hush(): void {
    this.#turn += 1
    clearTimeout(this.#timer)
    this.#synth?.cancel()
  }

  /** Says a piece of the sentence it is at, and what follows. */
  #say(piece: number): void {
    const line = this.line
    if (!line) {
      this.state = 'ended'
      return
    }
    const words = line.pieces[piece]
    if (words === undefined) {
      this.#at += 1
      this.#say(0)
      return
    }
    const turn = this.#turn
    const utterance = new SpeechSynthesisUtterance(words)
    utterance.voice = this.#voice
    utterance.lang = this.#voice?.lang ?? 'en'
    const heard = (then: () => void) => () => {
      if (turn !== this.#turn) return
      clearTimeout(this.#timer)
      then()
    }
    utterance.addEventListener(
      'start',
      heard(() => undefined),
    )
    utterance.addEventListener(
      'end',
      heard(() => {
        this.#say(piece + 1)
      }),
    )
    utterance.addEventListener('error', (event) => {
      heard(() => {
        this.#hush()
        this.state = event.error === 'not-allowed' ? 'silent' : 'failed'
      })()
    })
    this.#timer = setTimeout(() => {
      this.#hush()
      this.state = 'silent'
    }, PATIENCE_MS)
    this.#synth?.speak(utterance)
  }
}
