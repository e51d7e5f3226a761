/** Word from tab to tab that records changed: only a hint, what they now say is read from the database. */
import * as v from 'valibot'

const Hint = v.object({
  /** Kind and id of what changed; null where it is too much to list. */
  keys: v.nullable(v.pipe(v.array(v.tuple([v.string(), v.string()])), v.maxLength(1_000))),
})
export type Hint = v.InferOutput<typeof Hint>

/** The other tabs of this app, as one tab sees them. */
export interface Tabs {
  readonly tell: (hint: Hint) => unknown
  readonly close: () => void
}

/** Null for a message that is none of ours. */
export function readHint(data: unknown): Hint | null {
  const read = v.safeParse(Hint, data)
  return read.success ? read.output : null
}

/** Joins the tabs of the same name; where the browser has no such channel, this tab stays alone. */
export function joinTabs(name: string, heard: (hint: Hint) => void): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, close: () => undefined }
  const channel = new BroadcastChannel(name)
  channel.onmessage = (event: MessageEvent<unknown>) => {
    const hint = readHint(event.data)
    if (hint) heard(hint)
  }
  let isOpen = true
  return {
    // A change may come to its end after its tab was left.
    tell: (hint) => isOpen && channel.postMessage(hint),
    close: () => {
      isOpen = false
      channel.close()
    },
  }
}
