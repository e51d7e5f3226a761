/** What another app shares into this one: its address as one of ours, where nothing is kept without a tap. */
import { formatRoute, readShared } from './routes.ts'

/** The fragment for the query of an address like `./?title=…&text=…&url=…`; null where nothing is shared. */
export function sharedAddress(query: string): string | null {
  const shared = readShared(new URLSearchParams(query))
  return shared === null ? null : formatRoute({ kind: 'bring', shared })
}
