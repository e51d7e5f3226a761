/** Word from tab to tab that records changed: only a hint, what they now say is read from the database. */
import * as v from 'valibot'

/** Records that one hint lists at most. */
const MOST = 1_000

const Hint = v.object({
  /** Kind and id of what changed; null where it is too much to list. */
  keys: v.nullable(v.pipe(v.array(v.tuple([v.string(), v.string()])), v.maxLength(MOST))),
})
export type Hint = v.InferOutput<typeof Hint>

/** The other tabs of this app, as one tab sees them. */
export interface Tabs {
  /** Says what changed; null for everything. */
  readonly tell: (keys: Hint['keys']) => unknown
  readonly close: () => void
}

/** Null for a message that is none of ours. */
export function readHint(data: unknown): Hint | null {
  const read = v.safeParse(Hint, data)
  return read.success ? read.output : null
}

/**
 * Joins the tabs of the same name; where the browser has no such channel, this tab stays alone. `heard` is called with
 * every hint, since the database has just answered the tab that gives it; `follow` reads what changed, and what is hinted
 * at meanwhile is put together and followed after it, so that many tabs ask for little.
 */
export function joinTabs(name: string, heard: () => void, follow: (hint: Hint) => Promise<unknown>): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, close: () => undefined }
  const channel = new BroadcastChannel(name)
  const hints: Hint[] = []
  let isFollowing = false
  const followAll = async (): Promise<void> => {
    isFollowing = true
    try {
      while (hints.length > 0) await follow(together(hints.splice(0)))
    } finally {
      isFollowing = false
    }
  }
  channel.onmessage = (event: MessageEvent<unknown>) => {
    const hint = readHint(event.data)
    if (!hint) return
    heard()
    hints.push(hint)
    if (!isFollowing) void followAll()
  }
  let isOpen = true
  return {
    // A change may come to its end after its tab was left.
    tell: (keys) => isOpen && channel.postMessage(hintOf(keys)),
    close: () => {
      isOpen = false
      channel.close()
    },
  }
}

function hintOf(keys: Hint['keys']): Hint {
  return { keys: keys && keys.length > MOST ? null : keys }
}

function together(hints: readonly Hint[]): Hint {
  return hintOf(hints.some(({ keys }) => keys === null) ? null : hints.flatMap(({ keys }) => keys ?? []))
}
