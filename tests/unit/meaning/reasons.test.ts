/** Why two papers are alike: words of both, fit for people. */
import { describe, expect, it } from 'vitest'
import { decodeBasis } from '../../../src/meaning/basis.ts'
import { makeBasis } from '../../../src/meaning/make-basis.ts'
import { sharedTerms } from '../../../src/meaning/reasons.ts'
import { seedPapers } from '../../support/papers.ts'

const basis = decodeBasis(makeBasis(seedPapers().slice(0, 60)))
const shared = (a: string, b: string): readonly string[] => {
  if (!basis.ok) throw new Error(basis.error)
  const text = (abstract: string) => ({ title: '', abstract, topics: [] })
  return sharedTerms(text(a), text(b), basis.value)
}

describe('the words two texts share', () => {
  it.each([
    ['as the second writes them', 'GPU bubbles', 'Bubbles on a gpu. Fewer bubbles.', ['bubbles', 'gpu']],
    ['a pair before its words', 'zero bubble schedules', 'a zero bubble pipeline', ['zero bubble']],
    ['a pair across of', 'Mixture of Experts', 'a mixture-of-experts layer', ['mixture-of-experts']],
    ['no other form of a word', 'one bubble', 'many bubbles', []],
    ['no stop words and no talk', 'we propose a novel method', 'we propose a novel method', []],
    ['no numbers', 'in 2025 by 3.5', 'in 2025 by 3.5', []],
    ['no piece of a compound', 'end-to-end radar', 'end-to-end sonar', []],
    ['no part of an address', 'see https://github.com/acme/radar', 'at github.com/acme/radar', []],
    ['nothing where there is nothing', 'radar', 'sonar', []],
  ])('are given %s', (_, a, b, expected) => {
    expect([...shared(a, b)].sort()).toEqual(expected)
  })
})
