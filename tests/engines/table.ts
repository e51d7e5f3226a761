/** The table of tests/engines/README.md: a row for each flow, a column for each engine of the last run. */
import { machine, putTable } from '../support/readme-table.ts'
import { FLOWS, type Flow } from './flows.ts'

/** How the flows went in one engine. */
export interface Outcome {
  /** Its name and version. */
  readonly version: string
  readonly walked: readonly { readonly flow: Flow; readonly fault: string | null; readonly seconds: number }[]
}

const PAGE = 'tests/engines/README.md'

/** Writes the table anew. */
export async function writeTable(outcomes: readonly Outcome[]): Promise<void> {
  await putTable(
    PAGE,
    `Last run on ${new Date().toISOString().slice(0, 10)}, on ${machine()}.`,
    ['flow', 'what holds', ...outcomes.map(({ version }) => version)],
    FLOWS.map((flow) => [flow.name, flow.holds, ...outcomes.map((outcome) => cellOf(outcome, flow))]),
  )
}

function cellOf({ walked }: Outcome, flow: Flow): string {
  const step = walked.find((one) => one.flow === flow)
  return step ? `${step.fault === null ? 'passed' : '**failed**'}, ${step.seconds.toFixed(1)} s` : ''
}
