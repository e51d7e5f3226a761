import { describe, expect, it } from 'vitest'
import { sharedLinks, sharedTitle } from '../../../src/enrich/shared-links.ts'

const ARXIV = 'https://arxiv.org/abs/2605.00001'
const link = (id: string, url: string, title = '') => ({ id, url, title })

/** Milliseconds of the quickest of five: of what else the machine does, the least. */
function leastTime(text: string): number {
  const times = [1, 2, 3, 4, 5].map(() => {
    const start = performance.now()
    sharedLinks(text)
    return performance.now() - start
  })
  return Math.min(...times)
}

describe('the links of a text', () => {
  it.each([
    [
      'an address as it is',
      'https://arxiv.org/pdf/2605.00001v2.pdf',
      [link('arxiv-2605.00001', 'https://arxiv.org/pdf/2605.00001v2.pdf')],
    ],
    [
      'an address without encryption, by its identifier',
      'http://arxiv.org/abs/2605.00001',
      [link('arxiv-2605.00001', ARXIV)],
    ],
    ['a number alone', '2605.00001v3', [link('arxiv-2605.00001', ARXIV)]],
    ['a number as it is cited', '(arXiv: 2605.00001).', [link('arxiv-2605.00001', ARXIV)]],
    [
      'a number of an archive',
      'hep-ex/0307015',
      [link('arxiv-hep-ex-0307015', 'https://arxiv.org/abs/hep-ex/0307015')],
    ],
    [
      'a DOI alone, with its brackets',
      'doi:10.1016/S0140-6736(20)30183-5.',
      [link('doi-', 'https://doi.org/10.1016/S0140-6736(20)30183-5')],
    ],
    [
      'any other page on https',
      'see https://example.org/a_(b), or not',
      [link('link-', 'https://example.org/a_(b)', 'see or not')],
    ],
    [
      'a title on its line',
      '[2605.00001] A Title of Words https://arxiv.org/abs/2605.00001',
      [link('arxiv-2605.00001', ARXIV, 'A Title of Words')],
    ],
    [
      'a link of Markdown',
      '- [A Title](https://arxiv.org/abs/2605.00001)',
      [link('arxiv-2605.00001', ARXIV, 'A Title')],
    ],
    [
      'one paper once, under its first address',
      `${ARXIV}\nhttps://huggingface.co/papers/2605.00001`,
      [link('arxiv-2605.00001', 'https://huggingface.co/papers/2605.00001')],
    ],
    [
      'two on a line, without a title',
      `${ARXIV} and https://example.org/2`,
      [link('arxiv-2605.00001', ARXIV), link('link-', 'https://example.org/2')],
    ],
    ['no address without encryption', 'http://example.org/', []],
    ['no script', 'javascript:alert(1) data:text/html,x', []],
    ['no other number', '1234.5678 and 2699.00001, 12/1234567', []],
    ['no words', 'A paper without a link', []],
  ])('%s', (_, text, expected) => {
    const found = sharedLinks(text).map((one) => ({ ...one, id: one.id.replace(/^(doi|link)-[0-9a-z]{10}$/, '$1-') }))
    expect(found).toEqual(expected)
  })
  it('are of one id whatever else is in the address', () => {
    const ids = ['https://example.org/p', 'https://example.org/p/', 'https://example.org/p#two'].map(
      (url) => sharedLinks(url)[0]?.id,
    )
    expect(new Set(ids).size).toBe(1)
  })
  it('are as many as anyone pastes', () => {
    const text = Array.from({ length: 1_000 }, (_, n) => `https://example.org/${String(n)}`).join('\n')
    expect(sharedLinks(text)).toHaveLength(200)
  })
  it('that are the same over and over are looked at no longer than anyone pastes', () => {
    expect(sharedLinks(`${ARXIV}\n`.repeat(1_000_000) + 'https://example.org/')).toHaveLength(1)
  })
  it.each([
    ['https://a.b/c', 'https://a.b/c'],
    ['(https://a.b/c)', 'https://a.b/c'],
    ['[([https://a.b/c])]', 'https://a.b/c'],
    ['https://a.b/c(d)', 'https://a.b/c(d)'],
    ['(https://a.b/c(d))', 'https://a.b/c(d)'],
    ['https://a.b/c(d)).', 'https://a.b/c(d)'],
    ['https://a.b/c(d.).,;)!', 'https://a.b/c(d.)'],
    ['https://a.b/c((d)', 'https://a.b/c((d)'],
    ['https://a.b/c[d](e)]', 'https://a.b/c[d](e)'],
    ['https://a.b/c{d}}]', 'https://a.b/c{d}'],
    ['https://a.b/c)d(e)', 'https://a.b/c)d(e'],
    ['https://a.b/c]d)e', 'https://a.b/c]d)e'],
    ['https://a.b/c’*!?', 'https://a.b/c'],
  ])('%s leads to %s', (text, url) => expect(sharedLinks(text).map((link) => link.url)).toEqual([url]))
  it.each([
    ['brackets that were never opened', (n: number) => `https://a.b/${')'.repeat(n)}`],
    ['brackets of all kinds', (n: number) => `https://a.b/${')]}'.repeat(n / 3)}`],
    ['points before a letter', (n: number) => `https://a.b/${'.'.repeat(n)}a`],
    ['brackets that are never closed', (n: number) => `https://a.b/ ${'['.repeat(n)}`],
    ['dashes before a letter', (n: number) => `https://a.b/ ${'-'.repeat(n)}a`],
    ['a number, and slashes', (n: number) => `2605.0000 ${'a/'.repeat(n / 2)}`],
    ['addresses without an end', (n: number) => 'https://a'.repeat(n / 9)],
  ])('of a text full of %s take no longer by the letter, however long the lines are', (_, line) => {
    // What is quadratic in a line takes twenty times as long.
    const [short, long] = [90, 1_800].map((n) => leastTime(`${line(n)}\n`.repeat(540_000 / n)))
    expect(long).toBeLessThan(8 * Math.max(short ?? 0, 1))
  })
})

describe('a title', () => {
  it.each([
    ['[2605.00001] The Title', 'The Title'],
    ['Paper page - The Title', 'The Title'],
    ['The Title | alphaXiv', 'The Title'],
    ['  “The Title”  ', 'The Title'],
    ['The Title: a-b - c', 'The Title: a-b - c'],
    ['2605.00001', ''],
    ['x'.repeat(301), ''],
  ])('shared as %j is %j', (shared, title) => expect(sharedTitle(shared)).toBe(title))
})
