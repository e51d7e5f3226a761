/** When to speak of something that changes with every key. */

/** Screen readers hold back a live region while it is busy: one count is heard, not one a keystroke. */
const PAUSE_MS = 600

/** Whether a value has changed within the last moment; made while a component is. */
export function changingLately(value: () => unknown): () => boolean {
  let changing = $state(false)
  $effect(() => {
    value()
    changing = true
    const timer = setTimeout(() => (changing = false), PAUSE_MS)
    return () => {
      clearTimeout(timer)
    }
  })
  return () => changing
}
