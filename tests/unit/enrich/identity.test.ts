import { describe, expect, it } from 'vitest'
import { paperId, titleKey } from '../../../src/enrich/identity.ts'
import { seedRaw } from '../../support/seed.ts'
import golden from '../../golden/ids.json' with { type: 'json' }

const titles = seedRaw().map(({ title }) => title)

describe('the id of a paper', () => {
  it('is for ever: the 198 ids are those of the first release', () => {
    expect(titles.map((title) => paperId(titleKey(title)))).toEqual(golden)
  })

  it('is ten url-safe characters, and no two papers share one', () => {
    expect(new Set(golden).size).toBe(198)
    for (const id of golden) expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{10}$/)
  })

  it.each([
    ['case', 'Zero Bubble Pipeline Parallelism', 'ZERO bubble pipeline parallelism'],
    ['accents', 'Würstchen Café', 'Wu\u0308rstchen Cafe'],
    ['a LaTeX accent', 'Schrödinger Bridges', 'Schr\\"{o}dinger Bridges'],
    ['punctuation and dashes', 'SPPO:Efficient Long-sequence', 'SPPO: Efficient Long—sequence'],
    ['spaces', ' A  B\tC ', 'A B C'],
    ['LaTeX mathematics', 'Align$^2$LLaVA', 'Align²LLaVA'],
    ['LaTeX dress', '{\\it vs.} \\textbf{Deep} $\\mathcal{X}$', 'vs. Deep X'],
    ['Greek letters and their names', '$\\pi$-Flow', 'π-Flow'],
    ['full width', 'ＭｏＥ', 'MoE'],
  ])('is not changed by %s', (_, one, other) => {
    expect(paperId(titleKey(one))).toBe(paperId(titleKey(other)))
  })

  it.each([
    ['Mixture of Routers', 'Mixture of Router'],
    ['DiLoCo', 'DiLoCoX'],
    ['深度学习', '机器学习'],
  ])('tells %s from %s', (one, other) => {
    expect(paperId(titleKey(one))).not.toBe(paperId(titleKey(other)))
  })
})
