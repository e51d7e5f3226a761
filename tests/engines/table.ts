/** The table of tests/engines/README.md: a row for each flow, a column for each engine of the last run. */
import { readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { FLOWS, type Flow } from './flows.ts'

/** How the flows went in one engine. */
export interface Outcome {
  /** Its name and version. */
  readonly version: string
  readonly walked: readonly { readonly flow: Flow; readonly fault: string | null; readonly seconds: number }[]
}

const PAGE = 'tests/engines/README.md'
const MARKS = /(<!-- table -->\n)[^]*(\n<!-- end -->)/

/** Writes the table anew. */
export async function writeTable(outcomes: readonly Outcome[]): Promise<void> {
  const page = await readFile(PAGE, 'utf8')
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}`
  const table = [
    `Last run on ${new Date().toISOString().slice(0, 10)}, on ${machine}.`,
    '',
    row(['flow', 'what holds', ...outcomes.map(({ version }) => version)]),
    row(['---', '---', ...outcomes.map(() => '---')]),
    ...FLOWS.map((flow) => row([flow.name, flow.holds, ...outcomes.map((outcome) => cellOf(outcome, flow))])),
  ].join('\n')
  await writeFile(
    PAGE,
    page.replace(MARKS, (_, start: string, end: string) => `${start}\n${table}\n${end}`),
  )
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function cellOf({ walked }: Outcome, flow: Flow): string {
  const step = walked.find((one) => one.flow === flow)
  return step ? `${step.fault === null ? 'passed' : '**failed**'}, ${step.seconds.toFixed(1)} s` : ''
}
