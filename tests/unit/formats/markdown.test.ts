// @vitest-environment happy-dom
import { marked } from 'marked'
import { describe, expect, it } from 'vitest'
import { wholeText } from '../../../src/formats/export-entry.ts'
import { writeMarkdown } from '../../../src/formats/markdown.ts'
import { paper } from '../../support/papers.ts'
import { HOSTILE_TITLES } from './hostile-titles.ts'
import { realEntries, realOptions } from './real-papers.ts'

const options = realOptions()

/** The page that a reader of GitHub's Markdown makes of it. */
function render(markdown: string): Document {
  return new DOMParser().parseFromString(marked.parse(markdown, { async: false }), 'text/html')
}

function texts(page: Document, selector: string): readonly (string | null)[] {
  return [...page.querySelectorAll(selector)].map((element) => element.textContent)
}

describe('Markdown', () => {
  it('shows the 198 papers with titles and abstracts intact', () => {
    const entries = realEntries()
    const page = render(wholeText(writeMarkdown, entries, options))
    expect(texts(page, 'h1')).toEqual(['To read'])
    expect(texts(page, 'h2')).toEqual(entries.map((entry) => entry.paper.title))
    const paragraphs = new Set(texts(page, 'p'))
    expect(entries.filter((entry) => !paragraphs.has(entry.paper.abstract)).map((entry) => entry.paper.title)).toEqual(
      [],
    )
    expect(texts(page, 'em, strong, code, del, table, li, h3')).toEqual([])
  })

  it.each(HOSTILE_TITLES)('%s', (title) => {
    const page = render(
      wholeText(writeMarkdown, [{ paper: paper({ title, abstract: title }), note: title, lists: [title] }], options),
    )
    const shown = title.replace(/\s+/g, ' ').trim()
    expect(texts(page, 'h2')).toEqual([shown])
    expect(texts(page, 'blockquote p')).toEqual([shown])
    expect(texts(page, 'body > p')).toEqual(['1 paper · 22 November 2026', shown, shown])
    expect(page.querySelectorAll('em, strong, code, del, li, hr, img, script, b, h1, h3')).toHaveLength(1)
  })

  it('writes facts, note and abstract below the title', () => {
    const entry = {
      paper: paper({
        title: 'A',
        abstract: 'Costs $O(n^2)$, not $5.',
        projectLink: 'https://a.io/x_y',
        codeLinks: ['https://b.io'],
      }),
      note: 'One\n\nTwo\nThree',
      lists: ['To read'],
    }
    expect(wholeText(writeMarkdown, [entry], options)).toBe(`# To read

1 paper · 22 November 2026

## A

[Project](<https://a.io/x_y>) · [Code](<https://b.io>) · To read

> One
>
> Two\\
> Three

Costs $O(n^2)$, not \\$5.
`)
  })

  it('keeps the addresses in an abstract whole', () => {
    const page = render(
      wholeText(writeMarkdown, [{ paper: paper({ abstract: 'See https://a.io/x_y_z (or https://b.io/).' }) }], options),
    )
    expect([...page.querySelectorAll('a')].map((link) => link.href)).toEqual(['https://a.io/x_y_z', 'https://b.io/'])
  })

  it.each(['http://a.io/x_y', 'See (HTTP://a.io).', 'www.a.io', '_www.a.io_', 'ftp://a.io', '$http://a.io$'])(
    'links no address but on https: %s',
    (text) => {
      const page = render(wholeText(writeMarkdown, [{ paper: paper({ abstract: text }), note: text }], options))
      expect(texts(page, 'body > p')).toContain(text)
      expect(texts(page, 'a')).toEqual([])
    },
  )
})
