import { describe, expect, it } from 'vitest'
import { letterEntries } from '../../../src/formats/letter.ts'
import { mailDraft } from '../../../src/formats/mail-draft.ts'
import { withoutMathMarks } from '../../../src/text/mathematics.ts'
import { paper } from '../../support/papers.ts'
import { HOSTILE_TITLES } from './hostile-titles.ts'
import { letterOf, realLetters } from './real-letters.ts'

/** What a mail program makes of the address. */
function read(address: string) {
  expect(address).toMatch(/^mailto:\?[A-Za-z0-9\-._~%=&!'()*]*$/)
  const fields = address
    .slice('mailto:?'.length)
    .split('&')
    .map((pair) => pair.split('=').map(decodeURIComponent))
  const { subject = '', body = '' } = Object.fromEntries(fields) as Record<string, string>
  return { subject, blocks: body.split('\r\n\r\n') }
}

describe('a mail draft', () => {
  it.each(realLetters().map((letter) => [letter.subject, letter] as const))('%s', (_, letter) => {
    const address = mailDraft(letter)
    expect(address.length).toBeLessThanOrEqual(2_000)
    const { subject, blocks } = read(address)
    const entries = letterEntries(letter).map(
      ({ paper }) => `${withoutMathMarks(paper.title)}\r\nhttps://example.org/offprint/#/paper/${paper.id}`,
    )
    const left = Number(/^and (\d+) more$/.exec(blocks.at(-2) ?? '')?.[1] ?? 0)
    const shown = entries.slice(0, entries.length - left)
    expect(subject).toBe(letter.subject)
    expect(shown.length).toBeGreaterThan(4)
    expect(blocks).toEqual([...shown, ...(left > 0 ? [`and ${String(left)} more`] : []), letter.app])
  })

  it('has all of them where they fit, and their own links where the app cannot be reached', () => {
    const entry = { paper: paper({ title: 'A', codeLinks: ['http://a.io', 'https://b.io'] }), reason: 'secret' }
    expect(read(mailDraft(letterOf(entry))).blocks).toEqual(['A\r\nhttps://b.io'])
  })

  it('is cut at the end of an entry also where one is too long', () => {
    const entry = { paper: paper({ title: 'ö'.repeat(1000) }), reason: '' }
    expect(read(mailDraft(letterOf(entry))).blocks).toEqual(['1 paper'])
  })

  it.each([...HOSTILE_TITLES, 'half \uD800 a character'])('%s', (title) => {
    const [block] = read(mailDraft(letterOf({ paper: paper({ title }), reason: '' }))).blocks
    expect(block).toBe(withoutMathMarks(title).replace('\uD800', '\uFFFD').replace(/\s+/g, ' ').trim())
  })
})
