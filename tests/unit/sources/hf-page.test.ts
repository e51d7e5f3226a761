import { describe, expect, it } from 'vitest'
import { readHfPage } from '../../../src/sources/hf-page.ts'
import { readSource } from '../../../src/sources/read-source.ts'
import { seedRaw } from '../../support/seed.ts'

const BANNER = 'Get trending papers in your email inbox once a day!\nGet trending papers in your email inbox!\n'
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const titles = (text: string): readonly string[] => {
  const read = readHfPage(text)
  return read.ok ? read.value.map(({ title }) => title) : [`${String(read.error.line)}: ${read.error.what}`]
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
    expect(read.ok && read.value.map(({ line }) => line)).toEqual([3, 6])
  })

  it('finds 198 papers in the seed, none of them with a piece of the banner', () => {
    const papers = seedRaw()
    expect(papers).toHaveLength(198)
    for (const { title, abstract } of papers)
      expect(`${title} ${abstract}`).not.toMatch(/^Subscribe|trending papers in/)
    expect(papers[0]?.title).toBe('MGM-Omni: Scaling Omni LLMs to Personalized Long-Horizon Speech')
  })
})

describe('a source that cannot be read', () => {
  const long = 'A sentence of an abstract. '.repeat(20)
  it.each([
    ['nothing', '', 1, 'empty'],
    ['only a banner', BANNER, 1, 'empty'],
    ['a last title without abstract', `One\n${long}\nTwo`, 3, '"Two" has no abstract'],
    ['a title without abstract in the middle', `One\n${long}\nTwo\nThree\n${long}`, 3, '"Two" has no abstract'],
    ['two titles without abstract', `One\nTwo\nThree\n${long}`, 1, '"One" has no abstract'],
    ['an abstract without title', `One\n${long}\n${long}`, 3, 'title is missing'],
    ['a zero byte', `One\nAbout\u0000 one.`, 2, 'zero byte'],
    ['a web page', '<!DOCTYPE html>\n<html></html>', 1, 'markup'],
  ])('says so of %s', (_, text, line, what) => {
    const read = readSource(bytes(text))
    expect(read.ok).toBe(false)
    if (read.ok) return
    expect(read.error.line).toBe(line)
    expect(read.error.what).toContain(what)
  })

  it('names the line where bytes are not UTF-8', () => {
    const read = readSource(new Uint8Array([...bytes('One\nAbout one.\nTw'), 0xff, ...bytes('o\nAbout two.')]))
    expect(!read.ok && read.error).toEqual({ line: 3, what: 'not text in UTF-8' })
  })
})
