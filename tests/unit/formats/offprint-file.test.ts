// @vitest-environment happy-dom
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type ExportEntry, wholeText } from '../../../src/formats/export-entry.ts'
import { writeOffprintFile } from '../../../src/formats/offprint-file.ts'
import { paper } from '../../support/papers.ts'
import { HOSTILE_TITLES } from './hostile-titles.ts'
import { realEntries, realOptions } from './real-papers.ts'

const options = realOptions()

function open(...entries: ExportEntry[]): Document {
  return new DOMParser().parseFromString(wholeText(writeOffprintFile, entries, options), 'text/html')
}

function texts(page: Document, selector: string): readonly (string | null)[] {
  return [...page.querySelectorAll(selector)].map((element) => element.textContent)
}

describe('the offprint file of the 198 papers', () => {
  const entries = realEntries()
  const page = open(...entries)

  it('shows every title and abstract as the source has it', () => {
    expect(texts(page, 'h2')).toEqual(entries.map((entry) => entry.paper.title))
    expect(texts(page, '.abstract')).toEqual(entries.map((entry) => entry.paper.abstract))
  })

  it('weighs at most 500 kB', () => {
    expect(new TextEncoder().encode(wholeText(writeOffprintFile, entries, options)).length).toBeLessThanOrEqual(500_000)
  })

  it('is the same file every time', () => {
    expect(wholeText(writeOffprintFile, entries, options)).toBe(wholeText(writeOffprintFile, entries, options))
  })

  it('names nothing to fetch', () => {
    expect(texts(page, '[src], link, img, iframe, object, embed, form, base, [onclick]')).toEqual([])
  })
})

describe('the policy of an offprint file', () => {
  const page = open()
  const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? ''

  it.each(['style', 'script'])('allows its one %s, by hash', (element) => {
    const texts = [...page.querySelectorAll(element)].map(({ textContent }) => textContent)
    expect(texts).toHaveLength(1)
    const hash = createHash('sha256')
      .update(texts[0] ?? '')
      .digest('base64')
    // After a change to the file: put this hash into offprint-file.ts.
    expect(policy).toContain(`${element}-src 'sha256-${hash}'`)
  })

  it('allows nothing else', () => {
    expect(policy.split('; ').map((rule) => rule.split(' ')[0])).toEqual([
      'default-src',
      'style-src',
      'script-src',
      'base-uri',
      'form-action',
    ])
    expect(policy).toMatch(/^default-src 'none'/)
    expect(policy).not.toMatch(/unsafe|\*|data:/)
  })
})

describe('text in an offprint file', () => {
  it.each(HOSTILE_TITLES)('is text: %s', (title) => {
    const page = new DOMParser().parseFromString(
      wholeText(
        writeOffprintFile,
        [{ paper: paper({ title, abstract: title, topics: [title] }), note: title, lists: [title] }],
        {
          ...options,
          title,
        },
      ),
      'text/html',
    )
    for (const selector of ['title', 'h1', 'h2', '.abstract', '.note'])
      expect(texts(page, selector).map((text) => text?.trim())).toEqual([title.trim()])
    expect(texts(page, '.topics')).toEqual([title])
    expect(texts(page, '.lists')).toEqual([`In ${title}`])
    expect(page.querySelectorAll('script, style, b')).toHaveLength(2)
  })
})

describe('an entry of an offprint file', () => {
  it('has links, topics, lists and the note with its lines', () => {
    const page = open({
      paper: paper({
        title: 'A',
        topics: ['mixture-of-experts', 'unknown'],
        projectLink: 'https://a.io/?x=1&y=2',
        codeLinks: ['https://b.io'],
      }),
      note: ' One\n\nTwo ',
      lists: ['To read'],
    })
    expect([...page.querySelectorAll('a')].map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Project', 'https://a.io/?x=1&y=2'],
      ['Code', 'https://b.io'],
    ])
    expect(texts(page, '.topics')).toEqual(['Mixture of experts · unknown'])
    expect(texts(page, '.lists')).toEqual(['In To read'])
    expect(texts(page, '.note')).toEqual(['One\n\nTwo'])
  })

  it('leaves out what is not known', () => {
    expect(
      open({ paper: paper({ title: 'A' }), note: ' ' })
        .querySelector('article')
        ?.innerHTML.trim(),
    ).toBe('<h2>A</h2>')
  })

  it('links to web addresses only', () => {
    expect(
      texts(open({ paper: paper({ projectLink: 'javascript:alert(1)' }), link: 'data:text/html,x' }), 'a'),
    ).toEqual([])
  })
})
