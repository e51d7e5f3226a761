/** How many bytes a first visit costs: scripts, styles, corpus. */
import { bareTextBytes, corpusBytes, measureBudgets } from '../../src/tools/budgets.mjs'
import { kept, type Part } from './part.ts'

export const size: Part = {
  name: 'size',
  run: () =>
    Promise.resolve([
      {
        title: 'Bytes',
        columns: ['what', 'measured', 'at most', 'unit', 'kept'],
        rows: measureBudgets().map(({ name, measured, allowed, unit }) => [
          name,
          measured,
          allowed,
          unit,
          kept(measured <= allowed),
        ]),
        note: `corpus ${corpusBytes()} bytes, its bare text ${bareTextBytes()}, both brotli 11`,
      },
    ]),
}
