/** What promises give, for templates. */

/**
 * What the latest promise has given; undefined before. In place of `{#await}`, which keeps what it was given for as long
 * as the page lives: Svelte 5.57.3 counts it among writes that some reaction may have missed, and no reaction runs there.
 */
export class Settled<Value> {
  value: Value | undefined = $state.raw()
  /** Whether it was refused in place of given. */
  failed = $state.raw(false)

  /** Asks now, and again whenever something that `ask` reads at once has changed; null asks for nothing. */
  constructor(ask: () => Promise<Value> | null) {
    $effect.pre(() => {
      let isOpen = true
      const settle = (value: Value | undefined, failed: boolean): void => {
        if (!isOpen) return
        isOpen = false
        this.value = value
        this.failed = failed
      }
      const asked = ask()
      asked?.then(
        (value) => {
          settle(value, false)
        },
        () => {
          settle(undefined, true)
        },
      )
      // What is here at once takes the place of what was there, without a gap.
      queueMicrotask(() => {
        if (isOpen) this.value = undefined
      })
      return () => {
        isOpen = false
      }
    })
  }
}
