import { describe, expect, it } from 'vitest'
import { readHfPage } from '../../../src/sources/hf-page.ts'
import { seedRaw } from '../../support/seed.ts'

const BANNER = 'Get trending papers in your email inbox once a day!\nGet trending papers in your email inbox!\n'
const titles = (text: string): readonly string[] => {
  const read = readHfPage(text)
  return read.ok ? read.value.papers.map(({ title }) => title) : [`${String(read.error.line)}: ${read.error.what}`]
}

describe('a page saved as text', () => {
  it.each([
    ['title and abstract in turn', 'One\nAbout one.\nTwo\nAbout two.\n', ['One', 'Two']],
    ['banner lines, and the button glued to the first title', `${BANNER}SubscribeOne\nAbout one.`, ['One']],
    ['a button on a line of its own', `${BANNER}Subscribe\nOne\nAbout one.`, ['One']],
    [
      'a title that says Subscribe, where there is no banner',
      'Subscribe2: A Method\nAbout it.',
      ['Subscribe2: A Method'],
    ],
    [
      'Windows line ends, a byte-order mark, blank lines',
      '\uFEFFOne\r\n\r\nAbout one.\r\n \r\nTwo\r\nAbout two.',
      ['One', 'Two'],
    ],
    ['old Macintosh line ends', 'One\rAbout one.\rTwo\rAbout two.', ['One', 'Two']],
    ['an abstract that ends in a link', `One\n${'Words '.repeat(50)}https://example.org/x`, ['One']],
  ])('reads %s', (_, text, expected) => {
    expect(titles(text)).toEqual(expected)
  })

  it('gives the line of each title in the file', () => {
    const read = readHfPage(`${BANNER}SubscribeOne\n\nAbout one.\nTwo\nAbout two.`)
    expect(read.ok && read.value.papers.map(({ line }) => line)).toEqual([3, 6])
  })

  it('finds 198 papers in the seed, none of them with a piece of the banner', () => {
    const papers = seedRaw()
    expect(papers).toHaveLength(198)
    for (const { title, abstract } of papers)
      expect(`${title} ${abstract}`).not.toMatch(/^Subscribe|trending papers in/)
    expect(papers[0]?.title).toBe('MGM-Omni: Scaling Omni LLMs to Personalized Long-Horizon Speech')
  })
})

describe('a page with lines out of turn', () => {
  const long = 'A sentence of an abstract. '.repeat(20)
  it.each([
    ['a last title without abstract', `One\n${long}\nTwo`, 3, 2, '"Two" has no abstract', ['One']],
    ['a title without abstract', `One\n${long}\nTwo\nThree\n${long}`, 3, 2, '"Two" has no abstract', ['One', 'Three']],
    ['a first title without abstract', `One\nTwo\n${long}`, 1, 1, '"One" has no abstract', ['Two']],
    ['an abstract without title', `One\n${long}\n${long}\nTwo\n${long}`, 3, 2, 'title is missing', ['One', 'Two']],
  ])('names the first of them, and gives the papers around it: %s', (_, text, line, record, what, good) => {
    const read = readHfPage(text)
    expect(read.ok && read.value.faults[0]).toMatchObject({ line, record })
    expect(read.ok && read.value.faults[0]?.what).toContain(what)
    expect(titles(text)).toEqual(good)
  })

  it.each(['', BANNER])('that has none but its banner is no page: %j', (text) => {
    expect(titles(text)).toEqual(['1: no papers: the file is empty'])
  })
})
