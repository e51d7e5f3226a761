/** `npm run faults`: which classes with which seeds, what is said meanwhile, and the table. */
import { CLASSES } from './all-classes.ts'
import type { FaultClass } from './fault-class.ts'
import { picturesInto } from './for-everyone.ts'
import { runClasses, type Outcome } from './lab.ts'
import { outside } from './outside.ts'
import { endShared } from './shared.ts'
import { writeBaseline, writeTable } from './table.ts'

/** `part`: of the quick tier the first of each class and every eighth after it, which is what `npm test` has time for. */
export type Tier = 'part' | 'quick' | 'long'

export interface Wanted {
  readonly tier: Tier
  /** The name of one class, and one seed of it. */
  readonly only: string | null
  readonly seed: number | null
  /** How many trials at a time. */
  readonly lanes: number
  /** Whether what is usual is tried in place of the app, where a class has it: measured, not judged. */
  readonly baseline: boolean
  /** A folder for pictures of what the app says. */
  readonly shots: string | null
  /** Whether the table of tests/faults/README.md gets the figures. */
  readonly write: boolean
}

/**
 * Says how each class went, and in the last line how many trials passed and failed; true where none failed, and no
 * other host was asked for anything in any of them.
 */
export async function runFaults({ tier, only, seed, lanes, baseline, shots, write }: Wanted): Promise<boolean> {
  const all = baseline ? CLASSES.flatMap(asUsual) : CLASSES
  const classes = all.filter(({ name }) => only === null || name === only)
  if (classes.length === 0)
    throw new Error(`No class is called ${only}; there are ${all.map(({ name }) => name).join(', ')}.`)
  if (shots !== null) picturesInto(shots)
  try {
    await outside()
    const outcomes = await runClasses({
      classes,
      seeds: (kind) => (seed === null ? seedsOf(kind, tier) : [seed]),
      lanes,
      again: tier === 'part',
      flags: baseline ? '--baseline ' : '',
      say: (line) => void process.stdout.write(`${line}\n`),
    })
    if (write && seed === null) await (baseline ? writeBaseline(outcomes) : writeTable(outcomes, `${tier} tier`))
    return (await conclude(outcomes)) || baseline
  } finally {
    await endShared()
  }
}

/** Says how many trials passed and failed, and whether none did; each address of another host that was asked is a failure. */
async function conclude(outcomes: readonly Outcome[]): Promise<boolean> {
  const strangers = new Set((await outside()).heard)
  for (const address of strangers) process.stdout.write(`✗ another host was asked: ${address}\n`)
  const failures = sum(outcomes, (outcome) => outcome.failures)
  const skipped = sum(outcomes, (outcome) => (outcome.skipped === null ? 0 : 1))
  const [passed, failed] = [sum(outcomes, ({ trials }) => trials) - failures, failures + strangers.size]
  process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`)
  return failed === 0
}

/** A class of which what is usual takes the app's place. */
function asUsual({ stock, ...kind }: FaultClass): readonly FaultClass[] {
  if (!stock) return []
  return [{ ...kind, quick: stock.seeds, long: 0, trial: (seed) => stock.trial(seed).then(() => undefined) }]
}

const PART = 8

function seedsOf({ quick, long }: FaultClass, tier: Tier): readonly number[] {
  if (tier === 'long' && long > 0) return Array.from({ length: long }, (_, at) => at)
  return tier !== 'part' ? quick : quick.filter((_, at) => at % PART === 0)
}

function sum(outcomes: readonly Outcome[], count: (outcome: Outcome) => number): number {
  return outcomes.reduce((total, outcome) => total + count(outcome), 0)
}
