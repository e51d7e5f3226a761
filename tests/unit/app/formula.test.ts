/** Formulas of abstracts: set where they are mathematics, else as they are written; none leads anywhere. */
import temml from 'temml'
import { describe, expect, it } from 'vitest'
import { setBy } from '../../../src/app/formula.ts'

const set = (source: string): string | null => setBy(temml.renderToString, source)

describe('a formula', () => {
  it.each(['$x^2$', '$\\mathcal{L}_{\\text{KL}}$', '$\\label{a} x$'])('%s is set', (source) =>
    expect(set(source)).toMatch(/^<math/),
  )
  it.each([
    ['that refers to a place', '$\\ref{settings}$'],
    ['that refers to an equation', '$x \\eqref {a}$'],
    ['that refers by another name', '$\\def\\r{\\ref}\\r{settings}$'],
    ['with a link', '$\\href{https://a.example}{x}$'],
    ['with an image', '$\\includegraphics{a}$'],
    ['with an id', '$\\id{main}{x}$'],
    ['with data', '$\\data{a=b}{x}$'],
    ['that grows without end', '$\\def\\a{\\a\\a}\\a$'],
    ['that is none', '$x^$'],
  ])('%s stays as it is written', (_, source) => expect(set(source)).toBeNull())
})
