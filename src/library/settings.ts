/** What the reader chose: one record a choice, by name. */
import type { Change } from './record.ts'

/** Keeps a choice; null goes back to the default. */
export function choose(name: string, value: string | number | boolean | null): Change {
  return [{ kind: 'setting', id: name, data: value }]
}
