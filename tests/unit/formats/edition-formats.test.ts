// @vitest-environment happy-dom
import { simpleParser } from 'mailparser'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { excerptText } from '../../../src/corpus/excerpt.ts'
import { EDITION_FORMATS } from '../../../src/formats/edition-formats.ts'
import { writeEditionHtml } from '../../../src/formats/edition-html.ts'
import { writeEditionText } from '../../../src/formats/edition-text.ts'
import { writeMail } from '../../../src/formats/eml.ts'
import { letterEntries, type Letter } from '../../../src/formats/letter.ts'
import { oneLine } from '../../../src/formats/one-line.ts'
import { withoutMathMarks } from '../../../src/text/mathematics.ts'
import { paper } from '../../support/papers.ts'
import { HOSTILE_TITLES } from './hostile-titles.ts'
import { firstLetter, letterOf, realLetters } from './real-letters.ts'

const letters = realLetters()
const first = firstLetter()
const mailOf = (letter: Letter): string => EDITION_FORMATS[0].write(letter)
const titlesOf = (letter: Letter): readonly string[] =>
  letterEntries(letter).map((entry) => oneLine(withoutMathMarks(entry.paper.title)))
const page = (html: string): Document => new DOMParser().parseFromString(html, 'text/html')
const texts = (document: Document, selector: string): readonly string[] =>
  [...document.querySelectorAll(selector)].map((element) => element.textContent)
const named = letters.map((letter) => [letter.subject, letter] as const)

/** Other people's readers of mail, each as subject, text and HTML. */
const READERS = [
  [
    'postal-mime',
    async (mail: string) => {
      const { subject, text, html, from } = await PostalMime.parse(mail)
      return { subject, text, html, from: `${from?.name ?? ''} <${from?.address ?? ''}>` }
    },
  ],
  [
    'mailparser',
    async (mail: string) => {
      const { subject, text, html, from } = await simpleParser(mail)
      return { subject, text, html, from: from?.text.replaceAll('"', '') }
    },
  ],
] as const

describe.each(READERS)('an edition as mail, read by %s', (_, read) => {
  it.each(named)('%s: subject, text and HTML are intact', async (_, letter) => {
    const { subject, text, html, from } = await read(mailOf(letter))
    expect(subject).toBe(letter.subject)
    expect(from).toBe('Offprint <letter@offprint.invalid>')
    expect(text?.replaceAll('\r\n', '\n').trimEnd()).toBe(writeEditionText(letter).trimEnd())
    expect((html === false ? '' : (html ?? '')).replaceAll('\r\n', '\n').trimEnd()).toBe(
      writeEditionHtml(letter).trimEnd(),
    )
  })

  it.each(HOSTILE_TITLES)('as a subject: %s', async (subject) => {
    const mail = await read(writeMail({ subject, day: '2026-11-22', text: subject, html: `<p>x` }))
    expect(mail.subject).toBe(oneLine(subject))
    expect(mail.text?.trim()).toBe(subject.trim())
  })
})

describe('the mail as bytes', () => {
  it.each(named)('%s: ASCII, CRLF, short lines', (_, letter) => {
    const mail = mailOf(letter)
    expect(mail).toMatch(/^[\r\n -~]*$/)
    expect(mail.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(mail.split('\r\n').filter((line) => line.length > 78)).toEqual([])
  })

  it('is the same for the same edition, and another for another', () => {
    expect(mailOf(first)).toBe(mailOf(first))
    const ids = letters.map((letter) => /^Message-ID: (<[^<>\s@]+@offprint\.invalid>)\r$/m.exec(mailOf(letter))?.[1])
    expect(new Set(ids).size).toBe(17)
  })

  it('opens as a draft, to nobody, on the day of the edition', () => {
    const head = mailOf(first).split('\r\n\r\n')[0]
    expect(head).toMatch(/^X-Unsent: 1$/m)
    expect(head).toMatch(/^Date: Sun, 22 Nov 2026 12:00:00 \+0000$/m)
    expect(head).not.toMatch(/^(To|Cc|Bcc|Received|Reply-To):/im)
  })

  it('lets no subject write a header', async () => {
    const mail = writeMail({ subject: 'A\r\nBcc: all@example.org\r\n\r\nB', day: '2026-11-22', text: 'x', html: 'y' })
    const { subject, bcc } = await PostalMime.parse(mail)
    expect([subject, bcc]).toEqual(['A Bcc: all@example.org B', undefined])
  })
})

describe('an edition as HTML', () => {
  it.each(named)('%s: every title, reason and excerpt, in order', (_, letter) => {
    const document = page(writeEditionHtml(letter))
    expect(texts(document, 'h3')).toEqual(titlesOf(letter))
    expect(texts(document, 'h2')).toEqual(letter.sections.map(({ heading }) => heading))
    const shown = texts(document, 'p').map((text) => text.replace(/^\d+ · /, ''))
    for (const { paper, reason } of letterEntries(letter))
      expect(shown).toEqual(expect.arrayContaining([reason, oneLine(excerptText(paper))]))
  })

  it.each(named)('%s: fetches nothing, runs nothing, links https alone', (_, letter) => {
    const html = writeEditionHtml(letter)
    expect(html).not.toMatch(/<(img|script|link|iframe|form|svg|video|base)\b|url\(|@import|\ssrc=|\son\w+=/i)
    const links = [...page(html).querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '')
    expect(links.filter((href) => !href.startsWith('https://'))).toEqual([])
    expect(links.filter((href) => href.startsWith(letter.app ?? '-'))).toHaveLength(letterEntries(letter).length + 1)
  })

  it('is one column of at most 600 pixels, of tables that screen readers do not read as tables', () => {
    const tables = [...page(writeEditionHtml(first)).querySelectorAll('table')]
    expect(tables.map((table) => table.getAttribute('role'))).toEqual(['presentation', 'presentation'])
    expect(tables[1]?.getAttribute('width')).toBe('600')
    expect(tables[1]?.getAttribute('style')).toContain('max-width:600px')
  })

  it('states each colour in place, and one for the dark by its class', () => {
    const html = writeEditionHtml(first)
    const coloured = [...page(html).querySelectorAll('h1, h2, h3, p, a')]
    const bare = coloured.filter((element) => !/(^|;)color:#/.test(element.getAttribute('style') ?? ''))
    expect(bare).toEqual([])
    const dark = /prefers-color-scheme:dark\)\{(.*)\}<\/style>/.exec(html)?.[1] ?? ''
    expect(coloured.filter((element) => !dark.includes(`.${element.className}{color:`))).toEqual([])
  })

  it('stays below the 102 kB at which mail is cut, at 30 papers', () => {
    const entries = letters.flatMap(letterEntries).toSorted((a, b) => b.paper.abstract.length - a.paper.abstract.length)
    const html = writeEditionHtml({ ...first, sections: [{ heading: 'All', entries: entries.slice(0, 30) }] })
    expect(new TextEncoder().encode(html).length).toBeLessThan(102_000)
  })

  it('has no link to the app where nobody else could reach it', () => {
    const hosts = [...page(writeEditionHtml({ ...first, app: null })).querySelectorAll('a')].map(({ href }) => href)
    expect(hosts.filter((href) => href.includes('#/'))).toEqual([])
  })
})

describe.each(HOSTILE_TITLES)('%s', (title) => {
  const letter = letterOf(
    { paper: paper({ title, abstract: title, projectLink: 'https://a.io/?x="><b>' }), reason: title },
    { subject: title, about: title },
  )
  const shown = oneLine(withoutMathMarks(title))

  it('stays text in the HTML', () => {
    const document = page(writeEditionHtml(letter))
    expect(texts(document, 'h3')).toEqual([shown])
    expect(texts(document, 'title')).toEqual([oneLine(title)])
    expect(document.querySelectorAll('script, b, img')).toHaveLength(0)
  })

  it('stays on its line in the text', () => {
    expect(writeEditionText(letter).split('\n')).toEqual(expect.arrayContaining([`1. ${shown}`]))
  })
})

describe('an edition as text', () => {
  it('reads as a letter', () => {
    const entry = {
      paper: paper({
        id: 'abc',
        title: 'Align$^2$LLaVA',
        abstract: 'We align. It is long. We win by 3.',
        does: { start: 0, end: 9 },
        result: { start: 22, end: 34 },
        codeLinks: ['https://b.io/x', 'http://plain.io'],
      }),
      reason: 'No. 1 on the page',
    }
    const sections = [{ heading: 'From the page', entries: [entry] }]
    expect(writeEditionText({ ...first, sections })).toBe(`Offprint of 22 Nov · edition 1 of 17
====================================
One page of 198 papers, undated by its source.

From the page
-------------

1. Align²LLaVA
No. 1 on the page
We align. … We win by 3.
https://example.org/offprint/#/paper/abc
Code: https://b.io/x

Read it in Offprint: https://example.org/offprint/
`)
  })
})
