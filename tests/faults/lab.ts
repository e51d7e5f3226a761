/** Runs classes of faults, some trials at a time, and says of each that failed how to see it again. */
import { limited } from '../support/limited.ts'
import type { FaultClass, Tally } from './fault-class.ts'

/** Milliseconds, where a class has no limit of its own. */
const TRIAL_LIMIT = 300_000
/** Trials from one word about how far a class is to the next. */
const SAID_EVERY = 25

/** How a class went. */
export interface Outcome {
  readonly kind: FaultClass
  readonly trials: number
  readonly failures: number
  readonly tally: Tally
  readonly seconds: number
  /** Why it was not run. */
  readonly skipped: string | null
}

export interface Plan {
  readonly classes: readonly FaultClass[]
  readonly seeds: (kind: FaultClass) => readonly number[]
  readonly lanes: number
  /** Whether a trial that failed is tried once more, and that is said: a busy machine is slow, not wrong. */
  readonly again: boolean
  /** What follows `npm run faults --` to run the same. */
  readonly flags: string
  readonly say: (line: string) => void
}

/** Class by class, so that the figures of one stand as soon as it is over. */
export async function runClasses({ classes, seeds, ...how }: Plan): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const kind of classes) {
    const skipped = (await kind.absent?.()) ?? null
    const outcome = skipped === null ? await runClass(kind, seeds(kind), how) : notRun(kind, skipped)
    outcomes.push(outcome)
    how.say(lineOf(outcome))
  }
  return outcomes
}

async function runClass(
  kind: FaultClass,
  seeds: readonly number[],
  { lanes, again, flags, say }: Omit<Plan, 'classes' | 'seeds'>,
): Promise<Outcome> {
  const started = Date.now()
  const queue = [...seeds]
  const tally: Record<string, number> = {}
  let failures = 0
  let over = 0
  const trial = (seed: number): Promise<Tally | undefined> => limited(kind.trial(seed), kind.limit ?? TRIAL_LIMIT)
  const tried = async (seed: number): Promise<Tally | undefined> => {
    try {
      return await trial(seed)
    } catch (cause) {
      if (!again) throw cause
      const counted = await trial(seed)
      say(`second try: ${kind.name}, seed ${seed}: ${wordsOf(cause).split('\n')[0] ?? ''}`)
      return counted
    }
  }
  const lane = async (): Promise<void> => {
    for (let seed = queue.shift(); seed !== undefined; seed = queue.shift())
      try {
        const counted = (await tried(seed)) ?? {}
        for (const [name, count] of Object.entries(counted)) tally[name] = (tally[name] ?? 0) + count
      } catch (cause) {
        failures++
        say(
          `✗ ${kind.name}, seed ${seed}: ${wordsOf(cause)}\n  again: npm run faults -- ${flags}--only ${kind.name} --seed ${seed}`,
        )
      } finally {
        if (++over % SAID_EVERY === 0) say(`  ${kind.name}: ${over} of ${seeds.length} trials, ${failures} failures`)
      }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  const seconds = Math.round((Date.now() - started) / 1000)
  return { kind, trials: seeds.length, failures, tally, seconds, skipped: null }
}

function notRun(kind: FaultClass, skipped: string): Outcome {
  return { kind, trials: 0, failures: 0, tally: {}, seconds: 0, skipped }
}

function wordsOf(cause: unknown): string {
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
  return text.split('\n').slice(0, 14).join('\n    ')
}

function lineOf({ kind, trials, failures, tally, seconds, skipped }: Outcome): string {
  if (skipped !== null) return `– ${kind.name} SKIPPED: ${skipped}`
  return `${failures > 0 ? '✗' : '✓'} ${kind.name}: ${trials} trials${countsOf(tally)}, ${failures} failures (${seconds} s)`
}

/** What was counted, in words: `, 812 saves`. */
export function countsOf(tally: Tally): string {
  return Object.entries(tally)
    .map(([name, count]) => `, ${count.toLocaleString('en')} ${name}`)
    .join('')
}
