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
      const show = (value?: Value, failed = false): void => {
        if (!isOpen) return
        this.value = value
        this.failed = failed
      }
      const settle = (value?: Value, failed?: boolean): void => {
        show(value, failed)
        isOpen = false
      }
      ask()?.then(
        (value) => {
          settle(value)
        },
        () => {
          settle(undefined, true)
        },
      )
      // What is here at once takes the place of what was there, without a gap.
      queueMicrotask(show)
      return () => {
        isOpen = false
      }
    })
  }
}
