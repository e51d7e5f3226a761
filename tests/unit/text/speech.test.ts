/** What a voice says for what is written, and in which pieces. */
import { describe, expect, it } from 'vitest'
import { speechOf, spoken } from '../../../src/text/speech.ts'
import { seedPapers } from '../../support/seed.ts'

describe('a text in words', () => {
  it.each([
    ['It runs in $O(n^2)$.', 'It runs in O of n squared.'],
    ['Align$^2$LLaVA is small.', 'Align squared LLaVA is small.'],
    ['the $\\alpha$-divergence', 'the alpha divergence'],
    ['where \\alpha is small', 'where alpha is small'],
    ['$\\pi$-Flow', 'pi Flow'],
    ['for $x_i \\in X$', 'for x sub i in X'],
    ['$\\frac{a}{b} \\leq \\epsilon$', 'a over b at most epsilon'],
    ['up to 5$\\times$ faster', 'up to 5 times faster'],
    ['$\\mathbf{B}^{k}$ blocks', 'B to the power of k blocks'],
    ['costs $4.30 and $5 a day', 'costs $4.30 and $5 a day'],
    ['Code: https://github.com/a/b-c.', 'Code: link to github.com.'],
    ['(see http://www.example.org/x)', '(see link to example.org)'],
    ['a 12.5% gain', 'a 12.5 percent gain'],
    ['a 12\\% gain', 'a 12 percent gain'],
    ['models, e.g., GPT-4', 'models, for example, GPT 4'],
    ['that is i.e. this', 'that is that is, this'],
    ['Ho et al. show', 'Ho and others show'],
    ['state-of-the-art results', 'state of the art results'],
    ['between 10–20 papers', 'between 10 to 20 papers'],
    ['large — but slow — models', 'large, but slow, models'],
    ['2.5x faster at 512x512', '2.5 times faster at 512 by 512'],
    ['a loss of -3 points', 'a loss of minus 3 points'],
    ['~50 hours', 'about 50 hours'],
    ["\\textbf{Bold} and ``quoted''", 'Bold and quoted'],
  ])('%s: %s', (written, said) => {
    expect(spoken(written)).toBe(said)
  })

  it('takes a run of spaces as one, however long', () => {
    expect(spoken(`large${' '.repeat(100_000)}but slow`)).toBe('large but slow')
  })

  it('leaves no mark of mathematics or address in any abstract of the page', () => {
    const said = seedPapers().flatMap(({ title, abstract }) => [spoken(title), spoken(abstract)])
    expect(said.filter((one) => /https?:|\\|[{}^_]|\$[^\d]/.test(one))).toEqual([])
  })
})

describe('a text in sentences', () => {
  it('keeps where each stands in the text', () => {
    const text = 'We present Omni. It runs in $O(n)$. Done.'
    expect(speechOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'We present Omni.',
      'It runs in $O(n)$.',
      'Done.',
    ])
  })
  it('cuts one that is longer than a breath at its commas, and loses no word', () => {
    const long = `${'a word or two, '.repeat(20)}and the end.`
    const [sentence] = speechOf(long)
    expect(sentence?.pieces.length).toBeGreaterThan(1)
    expect(sentence?.pieces.slice(0, -1).every((piece) => piece.endsWith(','))).toBe(true)
    expect(sentence?.pieces.join(' ')).toBe(long)
  })
  it('has no piece too long for a voice in any abstract of the page', () => {
    const all = seedPapers().flatMap(({ abstract }) => speechOf(abstract).flatMap(({ pieces }) => pieces))
    expect(all.length).toBeGreaterThan(1000)
    expect(Math.max(...all.map(({ length }) => length))).toBeLessThanOrEqual(180)
  })
})
