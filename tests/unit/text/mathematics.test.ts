import { expect, it } from 'vitest'
import { withoutMathMarks } from '../../../src/text/mathematics.ts'

it.each([
  ['Align$^2$LLaVA: Cascaded', 'Align²LLaVA: Cascaded'],
  ['A $10^{12}$ world', 'A 10¹² world'],
  ['$\\pi$-Flow', 'pi-Flow'],
  ['from $4.30 to $5', 'from $4.30 to $5'],
])('%s is shown as %s where no mathematics is set', (text, plain) => {
  expect(withoutMathMarks(text)).toBe(plain)
})
