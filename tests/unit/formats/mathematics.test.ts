import { describe, expect, it } from 'vitest'
import { splitMathematics } from '../../../src/formats/mathematics.ts'

describe('mathematics in a text', () => {
  it.each<[string, readonly string[]]>([
    ['no dollar', []],
    ['', []],
    ['Align$^2$LLaVA', ['$^2$']],
    ['$a$ and $b_{i}$', ['$a$', '$b_{i}$']],
    ['from $4.30 to $5', []],
    ['$5-$6 a run', []],
    ['costs \\$5 or $x$', ['$x$']],
    ['$a \\$ b$', ['$a \\$ b$']],
    ['$$x$$', []],
    ['$a{b$ c', []],
    ['$ a $', []],
    ['$', []],
  ])('%s', (text, mathematics) => {
    const stretches = splitMathematics(text)
    expect(stretches.filter(({ kind }) => kind === 'mathematics').map(({ source }) => source)).toEqual(mathematics)
    expect(stretches.map(({ source }) => source).join('')).toBe(text)
  })

  it('is looked for in time that grows with the text alone', () => {
    const text = '$a '.repeat(100_000)
    expect(splitMathematics(text)).toHaveLength(1)
  })
})
