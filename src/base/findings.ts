/** What comes of looking at many things one by one, as data that crosses threads. */

export interface Findings {
  /** So many were looked at, of so many; fewer where time ran out. */
  readonly checked: number
  readonly of: number
  /** The names of those that are not as they should be. */
  readonly faults: readonly string[]
}

/** Looks under way at once: reading waits for the disk. */
const LANES = 4
/** The golden ratio: its multiples, without their whole parts, lie evenly however many they are. */
const GOLDEN = 0.6180339887498949

/** Looks at things in their order until it is late; `look` gives the name of a fault, null where there is none. */
export async function lookThrough<Thing>(
  things: readonly Thing[],
  look: (thing: Thing) => Promise<string | null>,
  isLate: () => boolean = () => false,
): Promise<Findings> {
  const waiting = things.values()
  const faults: string[] = []
  let checked = 0
  const lane = async (): Promise<void> => {
    for (const thing of waiting) {
      if (isLate()) return
      const fault = await look(thing)
      if (fault !== null) faults.push(fault)
      checked += 1
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return { checked, of: things.length, faults: faults.sort() }
}

/** The same things in an order of which any beginning is drawn evenly from all of them. */
export function drawnEvenly<Thing>(things: readonly Thing[]): readonly Thing[] {
  return things
    .map((thing, at) => ({ thing, turn: (at * GOLDEN) % 1 }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ thing }) => thing)
}

/** Findings in data of another thread; null for what is none. */
export function asFindings(data: unknown): Findings | null {
  if (typeof data !== 'object' || data === null || !('checked' in data && 'of' in data && 'faults' in data)) return null
  const { checked, of, faults } = data
  if (typeof checked !== 'number' || typeof of !== 'number' || !Array.isArray(faults)) return null
  const names = faults.filter((fault) => typeof fault === 'string')
  return names.length === faults.length ? { checked, of, faults: names } : null
}
