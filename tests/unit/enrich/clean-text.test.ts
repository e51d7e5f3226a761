import { describe, expect, it } from 'vitest'
import { cleanText } from '../../../src/enrich/clean-text.ts'
import { REPAIRS } from '../../../src/enrich/repair.ts'
import { seedRaw } from '../../support/seed.ts'

describe('clean text', () => {
  it.each([
    ['spaces', ' a\t b\u00A0c\n d ', 'a b c d'],
    ['letters and accents apart', 'Scho\u0308n', 'Schön'],
    ['control characters and turned direction', 'a\u0007b\u202Ec\u2066d\u200Be', 'abcde'],
    ['emphasis', '{\\it vs.} {\\em (i)} \\textbf{bold} \\emph{so}', 'vs. (i) bold so'],
    ['escaped signs', '19\\% of \\$0.60 \\& more\\_less', '19% of $0.60 & more_less'],
    ['doubled quotes', "a ``seesaw'' of ``two words''", 'a “seesaw” of “two words”'],
    ['dashes', 'scale -- 4.96x, 1--4, task---which, human--AI', 'scale – 4.96x, 1–4, task—which, human–AI'],
    ['ties', 'page:~https://a.org/~me and Fig.~3', 'page: https://a.org/~me and Fig. 3'],
    ['accents', 'Schr\\"{o}dinger, \\\'Ecole, na\\"ive, \\v{S}koda', 'Schrödinger, École, naïve, Škoda'],
    ['symbols and unknown commands', 'a \\rightarrow b, named \\method, that', 'a → b, named method, that'],
    ['braces that keep capitals', '{BERT} and {GPT-2}', 'BERT and GPT-2'],
    ['the text of a link', 'at https://github.com/a/b{this url}.', 'at https://github.com/a/b.'],
    [
      'a broken link',
      'https://github.com/xo28/efficient- NLP-training',
      'https://github.com/xo28/efficient-NLP-training',
    ],
    [
      'damaged factors',
      '256times256, 9times smaller, sim2.2times, 4.7 sim 71.3times',
      '256×256, 9× smaller, ∼2.2×, 4.7∼71.3×',
    ],
    ['a lost character code', 'from scratchx2013a process', 'from scratch–a process'],
    ['lost arrows and relations', '37.2 rightarrow 23.3 in leq 0.1 second', '37.2 → 23.3 in ≤ 0.1 second'],
  ])('mends %s', (_, text, expected) => {
    expect(cleanText(text)).toBe(expected)
  })

  it.each([
    'Align$^2$LLaVA and $a--b \\% ``c``$',
    'a cost of $4.30 and 89.3 steps, or $5',
    'N_E sum_{i=1}^{N_E} f_i p_i',
    'sim2real, in sim 2x faster, three times 3',
    'index2013a, Linux2014b, max2019c',
    'about (~100% accelerator utilization)',
    'run it with --flag',
    'sets like {0, 1} and x_{max}',
    'O(n^2) decoding steps (D<n)',
    'https://example.org/a--b/~me?x=1%20y',
  ])('leaves sound text alone: %s', (text) => {
    expect(cleanText(text)).toBe(text)
  })

  it('changes nothing the second time, in any of the 198', () => {
    for (const { title, abstract } of seedRaw()) {
      expect(cleanText(cleanText(title))).toBe(cleanText(title))
      expect(cleanText(cleanText(abstract))).toBe(cleanText(abstract))
    }
  })

  /** Every change was read; a rule that reaches another paper shows here. */
  it('repairs these papers and no others', () => {
    const raw = seedRaw()
    const reached = REPAIRS.map(({ name, pattern }) => [
      name,
      raw.flatMap(({ abstract }, rank) => (abstract.search(pattern) >= 0 ? [rank] : [])),
    ])
    expect(Object.fromEntries(reached)).toEqual({
      '∼ between numbers': [68],
      '∼ before a factor': [11],
      '∼ after "approximately"': [75],
      '× after a number': [11, 13, 31, 37, 38, 49, 68, 74, 95, 120, 134, 155, 164, 192],
      '→ between numbers': [147],
      '≤ ≥ before a number': [147],
      'a character code between letters': [130],
      'a link broken after a hyphen': [120],
      'the text of a link': [167],
      'a word glued to a link': [147, 158],
      'a space before a full stop': [51, 145],
    })
  })
})
