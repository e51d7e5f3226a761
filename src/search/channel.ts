/** A value that changes, for listeners who come at any time. */

export interface Channel<Value> {
  readonly send: (value: Value) => void
  /** Calls at once with the present value, then with each new one; returns the way to stop. */
  readonly listen: (listener: (value: Value) => void) => () => void
}

/** A channel that holds its first value already. */
export function createChannel<Value>(first: Value): Channel<Value> {
  const listeners = new Set<(value: Value) => void>()
  let last = first
  return {
    send: (value) => {
      last = value
      for (const listener of [...listeners]) listener(value)
    },
    listen: (listener) => {
      listeners.add(listener)
      listener(last)
      return () => listeners.delete(listener)
    },
  }
}
