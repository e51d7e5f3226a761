/** What the lab runs: a class of faults, each trial of which follows from a number. */

export interface FaultClass {
  /** One word, for `--only`. */
  readonly name: string
  /** What is done to the app. */
  readonly title: string
  /** A sentence: what a reader sees of it. */
  readonly sees: string
  /** The seeds of the quick tier; those of the long one count from 0 to `long`. */
  readonly quick: readonly number[]
  readonly long: number
  /** Why it cannot be run on this machine, in words; null where it can. */
  readonly absent?: () => Promise<string | null>
  /** Throws what failed; may say how many things it tried (`{ saves: 812 }`), which are added up over the trials. */
  readonly trial: (seed: number) => Promise<Tally | undefined>
  /** Milliseconds after which a trial has failed, whatever it waits for; five minutes. */
  readonly limit?: number
  /** The same done to what is usual, which nothing of ours guards: how that fares stands beside it in the table. */
  readonly stock?: { readonly seeds: readonly number[]; readonly trial: (seed: number) => Promise<unknown> }
}

export type Tally = Readonly<Record<string, number>>
