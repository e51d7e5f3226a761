/** One key for each thing to do, outside of fields: which view answers to which key, and sequences like `g d`. */

import { parseRoute } from '../routes.ts'
import type { LibraryState } from './library.svelte.ts'
import { focusedPaper } from './paper-at.ts'
import type { Router } from './route.svelte.ts'
import { isCovered } from './sheets.svelte.ts'

/** A key as KeyboardEvent names it, or two in a row with a space between: `g d`. */
export type Bindings = Readonly<Record<string, () => void>>

/** The second key of a sequence counts for this long. */
const SEQUENCE_MS = 1500

export class Keyboard {
  #bound: readonly Bindings[] = []
  #first: { readonly key: string; readonly at: number } | null = null

  /** Listens in the window. */
  start(): void {
    document.addEventListener('keydown', (event) => {
      this.take(event)
    })
  }

  /** Answers to keys until the function returned is called; the newest bindings go first. */
  bind(bindings: Bindings): () => void {
    this.#bound = [bindings, ...this.#bound]
    return () => (this.#bound = this.#bound.filter((one) => one !== bindings))
  }

  /** Does what a key is bound to, and says so to the browser. */
  take(event: KeyboardEvent): void {
    const modified = event.ctrlKey || event.metaKey || event.altKey
    if (modified || event.isComposing || event.defaultPrevented || isElsewhere(event)) return
    const first = this.#first && event.timeStamp - this.#first.at < SEQUENCE_MS ? this.#first.key : null
    const action = (first === null ? null : this.#find(`${first} ${event.key}`)) ?? this.#find(event.key)
    const opens =
      action === null && this.#bound.some((one) => Object.keys(one).some((k) => k.startsWith(`${event.key} `)))
    this.#first = opens ? { key: event.key, at: event.timeStamp } : null
    if (!action) return
    event.preventDefault()
    action()
  }

  #find(keys: string): (() => void) | null {
    const bindings = this.#bound.find((one) => Object.hasOwn(one, keys))
    return bindings?.[keys] ?? null
  }
}

/** The keys that work everywhere; s, e and x act on the paper in focus. */
export function createKeyboard(router: Router, library: LibraryState): Keyboard {
  const keyboard = new Keyboard()
  const lead = (address: string, aim: 'heading' | 'search' = 'heading') => {
    return () => {
      router.go(parseRoute(address), { aim })
    }
  }
  keyboard.bind({ 'g d': lead('#/'), 'g b': lead('#/browse'), 'g s': lead('#/saved'), '/': lead('#/browse', 'search') })
  keyboard.bind({
    s: () => {
      const paper = focusedPaper()
      if (paper) void library.toggleSaved(paper)
    },
    e: () => {
      const paper = focusedPaper()
      if (paper) void library.act((deeds, scene) => deeds.toggleDone(scene, paper))
    },
    x: () => {
      const paper = focusedPaper()
      if (paper) void library.act((deeds, scene) => deeds.toggleNotForMe(scene, paper))
    },
    u: () => void library.undo(),
  })
  return keyboard
}

/** Fields take their own keys, and an open dialog hides what the keys would act on. */
function isElsewhere(event: KeyboardEvent): boolean {
  const target = event.target
  if (!(target instanceof Element)) return false
  if (isCovered()) return true
  return target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null
}
