/** Chance that is the same each time. */

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One of some things, each as likely. */
export function pick<Thing>(things: readonly Thing[], random: () => number): Thing {
  const thing = things[Math.floor(random() * things.length)]
  if (thing === undefined) throw new Error('There is nothing to pick from.')
  return thing
}

/** The one a number falls on, all in turn. */
export function inTurn<Thing>(things: readonly Thing[], number: number): Thing {
  const thing = things[number % things.length]
  if (thing === undefined) throw new Error('There is nothing to take.')
  return thing
}
