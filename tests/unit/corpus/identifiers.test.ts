/** arXiv numbers and DOIs are found however they are written, and where a paper is follows from them. */
import { describe, expect, it } from 'vitest'
import { arxivIn, doiIn } from '../../../src/corpus/identifiers.ts'
import { pageOfPaper, pdfOfPaper } from '../../../src/corpus/paper-links.ts'

describe('the arXiv number', () => {
  it.each<[string, string | null]>([
    ['2605.00001', '2605.00001'],
    ['2605.0001', '2605.0001'],
    ['2605.00001v12', '2605.00001'],
    ['  arXiv: 2605.00001  ', '2605.00001'],
    ['arxiv:hep-ex/0307015', 'hep-ex/0307015'],
    ['math.GT/0309136v1', 'math.GT/0309136'],
    ['https://arxiv.org/abs/2605.00001', '2605.00001'],
    ['http://www.arxiv.org/pdf/2605.00001v2.pdf', '2605.00001'],
    ['https://export.arxiv.org/html/2605.00001/', '2605.00001'],
    ['https://arxiv.org/abs/2605.00001?context=cs', '2605.00001'],
    ['https://arxiv.org/abs/2605.00001#top', '2605.00001'],
    ['https://hf.co/papers/2605.00001', '2605.00001'],
    ['https://huggingface.co/papers/2605.00001', '2605.00001'],
    ['https://alphaxiv.org/overview/2605.00001', '2605.00001'],
    ['https://papers.cool/arxiv/2605.00001', '2605.00001'],
    ['10.48550/arXiv.2605.00001', '2605.00001'],
    ['https://doi.org/10.48550/arxiv.2605.00001', '2605.00001'],
    ['2605.001', null],
    ['2605.000001', null],
    ['12605.00001', null],
    ['hep-ex/030701', null],
    ['see 2605.00001', null],
    ['2605.00001 and more', null],
    ['https://arxiv.org/list/2605.00001', null],
    ['https://arxiv.org.example/abs/2605.00001', null],
    ['see https://arxiv.org/abs/2605.00001', null],
    ['10.1234/x', null],
    ['', null],
  ])('in %j is %j', (text, number) => {
    expect(arxivIn(text)).toBe(number)
  })
})

describe('the DOI', () => {
  it.each<[string, string | null]>([
    ['10.1234/x', '10.1234/x'],
    [' doi: 10.1234/x(2)', '10.1234/x(2)'],
    ['DOI:10.123456789/X', '10.123456789/X'],
    ['https://doi.org/10.1234/x', '10.1234/x'],
    ['http://dx.doi.org/10.1234/x', '10.1234/x'],
    ['https://www.doi.org/10.1234/a%2Fb', '10.1234/a/b'],
    ['https://doi.org/10.1234/100%', '10.1234/100%'],
    ['10.48550/arXiv.2605.00001', null],
    ['10.123/x', null],
    ['10.1234567890/x', null],
    ['10.1234/', null],
    ['10.1234/x y', null],
    ['10.1234/<x>', null],
    ['https://doi.org/10.1234/x?y', null],
    ['see https://doi.org/10.1234/x', null],
    ['see 10.1234/x', null],
    ['', null],
  ])('in %j is %j', (text, doi) => {
    expect(doiIn(text)).toBe(doi)
  })
})

describe('a paper', () => {
  const page = 'https://example.org/x'
  it.each([
    ['at arXiv', { arxiv: '2605.00001', doi: '10.1234/x', page }, 'https://arxiv.org/abs/2605.00001'],
    ['by its DOI', { doi: '10.1234/x', page }, 'https://doi.org/10.1234/x'],
    ['by a DOI with signs of addresses', { doi: '10.1234/a b?c#d' }, 'https://doi.org/10.1234/a%20b%3Fc%23d'],
    ['where its source says', { page }, page],
    ['nowhere', {}, null],
  ])('is %s', (_, stated, address) => {
    expect(pageOfPaper(stated)).toBe(address)
  })
  it('has its PDF at arXiv, and nowhere else that is known', () => {
    expect(pdfOfPaper({ arxiv: '2605.00001' })).toBe('https://arxiv.org/pdf/2605.00001')
    expect(pdfOfPaper({ doi: '10.1234/x', page })).toBeNull()
  })
})
