/** Typing errors: how far words are apart, and which known ones are nearest. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDictionary } from '../../../src/text/dictionary.ts'
import { createSpeller, errorsBetween } from '../../../src/text/spelling.ts'

describe('errorsBetween', () => {
  it.each([
    ['gaussian', 'gaussian', 0],
    ['gaussain', 'gaussian', 1],
    ['gausian', 'gaussian', 1],
    ['gausssian', 'gaussian', 1],
    ['gaussiam', 'gaussian', 1],
    ['gausain', 'gaussian', 2],
    ['splatting', 'spotting', 2],
    ['', 'ab', 2],
    ['abcdef', 'uvwxyz', 3],
  ])('%s to %s: %d (3 stands for more than 2)', (a, b, errors) => {
    expect(errorsBetween(a, b, 2)).toBe(errors)
  })

  it('is the same both ways, and never more than the edits made', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(errorsBetween(a, b, 3)).toBe(errorsBetween(b, a, 3))
        expect(errorsBetween(a + b, a, b.length)).toBe(b.length)
      }),
    )
  })

  it('is what its definition says, up to any limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '𝒜'), maxLength: 12 })
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, limit) => {
        expect(errorsBetween(a, b, limit)).toBe(Math.min(naive(a, b), limit + 1))
      }),
      { numRuns: 1_000 },
    )
    expect(errorsBetween('a'.repeat(300), `b${'a'.repeat(300)}`, 2)).toBe(1)
  })
})

/** By its definition, cell by cell. */
function naive(a: string, b: string): number {
  const table: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)]
  const at = (row: number, column: number): number => table[row]?.[column] ?? Infinity
  for (let row = 1; row <= a.length; row++) {
    const cells = [row]
    table.push(cells)
    for (let column = 1; column <= b.length; column++) {
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      cells.push(
        Math.min(
          ...[at(row - 1, column) + 1, at(row, column - 1) + 1],
          ...[at(row - 1, column - 1) + Number(a[row - 1] !== b[column - 1])],
          ...(isSwap ? [at(row - 2, column - 2) + 1] : []),
        ),
      )
    }
  }
  return at(a.length, b.length)
}

describe('a speller', () => {
  const frequency: Readonly<Record<string, number>> = {
    diffusion: 9,
    diffusing: 1,
    model: 5,
    modal: 7,
    cat: 3,
    gpt4: 2,
  }
  const words = [createDictionary(Object.keys(frequency).sort())]
  const spell = createSpeller(
    () => words,
    (word) => frequency[word] ?? 0,
  )
  it.each([
    ['difusion', ['diffusion']],
    ['diffusoin', ['diffusion']],
    ['modl', ['model', 'modal'].sort((a, b) => (frequency[b] ?? 0) - (frequency[a] ?? 0))],
    ['cst', []],
    ['gpt5', []],
    ['entirelyother', []],
  ])('reads %s as %j', (typed, near) => {
    expect(spell(typed)).toEqual(near)
  })
  it('passes over words that are too rare', () => {
    const speller = createSpeller(
      () => words,
      (word) => frequency[word] ?? 0,
      6,
    )
    expect(speller('modl')).toEqual(['modal'])
  })
  it('learns words that come, and forgets those that go', () => {
    let known = [createDictionary(['model'])]
    const speller = createSpeller(
      () => known,
      () => 1,
    )
    expect(speller('modla')).toEqual([])
    known = [...known, createDictionary(['modal'])]
    expect(speller('modla')).toEqual(['modal'])
    known = [createDictionary(['model'])]
    expect(speller('modla')).toEqual([])
  })
})
