/** Fields of BibTeX as a reader would see them printed. */
import { describe, expect, it } from 'vitest'
import { bibText } from '../../../src/enrich/bib-text.ts'

const CASES: readonly (readonly [value: string, read: string])[] = [
  ['{Attention Is All You Need}', 'Attention Is All You Need'],
  ['{GAN}s for {3D} {I}mages', 'GANs for 3D Images'],
  ['G{\\"o}del, \\"{O}berg, \\"Uber, Erd{\\H o}s, Erd\\H{o}s', 'Gödel, Öberg, Über, Erdős, Erdős'],
  ['Andr{\\\'e}, S{\\o}ren, {\\L}ukasz, na{\\"\\i}ve, Stra{\\ss}e', 'André, Søren, Łukasz, naïve, Straße'],
  ['{\\v{C}}ech, {\\c c}edilla, \\~nu', 'Čech, çedilla, ñu'],
  ['Faster\n   than   light', 'Faster than light'],
  ['Signal \\& noise at 5\\%', 'Signal & noise at 5%'],
  ['Sorting in $O(n^{2})$ or {$\\{x\\}$}', 'Sorting in $O(n^{2})$ or $\\{x\\}$'],
  ['a\\_{}b {\\textless} c{\\textasciicircum}2 -{}- {\\textbackslash}d', 'a_b < c^2 -- \\d'],
  ['the set \\{x\\} and one {\\textbraceleft} alone', 'the set {x} and one { alone'],
  ['code at https://example.org/a\\_b\\%20c.', 'code at https://example.org/a_b%20c.'],
  ['\\textbf{Bold} {\\em claims} --- twice', 'Bold claims — twice'],
]

describe('a field of BibTeX', () => {
  it.each(CASES)('%s', (value, read) => {
    expect(bibText(value)).toBe(read)
  })
})
