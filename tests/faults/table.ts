/** The table of tests/faults/README.md: what each class did when it was last written, row by row. */
import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { findBrowser } from '../../src/tools/browser.mjs'
import { CLASSES } from './all-classes.ts'
import { countsOf, type Outcome } from './lab.ts'

const PAGE = 'tests/faults/README.md'
const MARKS = /(<!-- table -->\n)[^]*(\n<!-- end -->)/

/** Writes the rows of what ran; the other classes keep theirs. */
export async function writeTable(outcomes: readonly Outcome[], tier: string): Promise<void> {
  const page = await readFile(PAGE, 'utf8')
  const rows = CLASSES.map(({ name }) => {
    const outcome = outcomes.find(({ kind }) => kind.name === name)
    return outcome ? rowOf(outcome, tier) : page.split('\n').find((line) => line.startsWith(`| \`${name}\` |`))
  })
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}, ${await browserName()}.`
  const table = [
    `Last run on ${machine}`,
    '',
    '| class | what is done | trials / failures | run | what the reader sees |',
    '| --- | --- | --- | --- | --- |',
    ...rows.filter((row) => row !== undefined),
  ].join('\n')
  await writeFile(
    PAGE,
    page.replace(MARKS, (_, start: string, end: string) => `${start}\n${table}\n${end}`),
  )
}

function rowOf({ kind, trials, failures, tally, seconds, skipped }: Outcome, tier: string): string {
  const date = new Date().toISOString().slice(0, 10)
  const figures = skipped === null ? `**${trials} / ${failures}**${countsOf(tally)}` : `SKIPPED: ${skipped}`
  return `| \`${kind.name}\` | ${kind.title} | ${figures} | ${date}, ${Math.ceil(seconds / 60)} min, ${tier} | ${kind.sees} |`
}

async function browserName(): Promise<string> {
  const path = await findBrowser()
  return path === null
    ? 'no browser'
    : (execFileSync(path, ['--version'], { encoding: 'utf8' })
        .trim()
        .split(/ (?:built|snap)/)[0] ?? '')
}
