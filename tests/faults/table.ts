/** The table of tests/faults/README.md: what each class did when it was last written, row by row. */
import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { findBrowser } from '../../src/tools/browser.mjs'
import { machine, putTable } from '../support/readme-table.ts'
import { CLASSES } from './all-classes.ts'
import type { FaultClass } from './fault-class.ts'
import { countsOf, type Outcome } from './lab.ts'

const PAGE = 'tests/faults/README.md'
const HEAD = ['class', 'what is done', 'trials / failures', 'stock settings', 'run', 'what the reader sees']
const NONE = '–'

/** What a run measured; the rest of the row stays. */
interface Figures {
  readonly own?: string
  readonly stock?: string
  readonly run?: string
}

/** Writes the figures of what ran; the other classes keep theirs. */
export async function writeTable(outcomes: readonly Outcome[], tier: string): Promise<void> {
  const date = new Date().toISOString().slice(0, 10)
  await write(outcomes, (outcome) => ({
    own: outcome.skipped === null ? figuresOf(outcome) + countsOf(outcome.tally) : `SKIPPED: ${outcome.skipped}`,
    run: `${date}, ${Math.ceil(outcome.seconds / 60)} min, ${tier}`,
  }))
}

/** The same of what is usual. */
export async function writeBaseline(outcomes: readonly Outcome[]): Promise<void> {
  await write(outcomes, (outcome) => ({ stock: outcome.skipped === null ? figuresOf(outcome) : 'SKIPPED' }))
}

const figuresOf = ({ trials, failures }: Outcome): string => `**${trials} / ${failures}**`

async function write(outcomes: readonly Outcome[], measured: (outcome: Outcome) => Figures): Promise<void> {
  const page = await readFile(PAGE, 'utf8')
  const rows = CLASSES.flatMap((kind) => {
    const before = page.split('\n').find((line) => line.startsWith(`| \`${kind.name}\` |`))
    const outcome = outcomes.find(({ kind: { name } }) => name === kind.name)
    if (!before && !outcome) return []
    const [, , own = NONE, stock = NONE, run = NONE] = before?.slice(2, -2).split(' | ') ?? []
    return [rowOf(kind, { own, stock, run, ...(outcome && measured(outcome)) })]
  })
  await putTable(PAGE, `Last run on ${machine()}, ${await browserName()}.`, HEAD, rows)
}

function rowOf({ name, title, sees }: FaultClass, { own, stock, run }: Required<Figures>): readonly string[] {
  return [`\`${name}\``, title, own, stock, run, sees]
}

async function browserName(): Promise<string> {
  const path = await findBrowser()
  return path === null
    ? 'no browser'
    : (execFileSync(path, ['--version'], { encoding: 'utf8' })
        .trim()
        .split(/ (?:built|snap)/)[0] ?? '')
}
