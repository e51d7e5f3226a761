/** Sources of every format: recognised by what is in them, read to the same shape, refused in one sentence. */
import { describe, expect, it } from 'vitest'
import { MOST_BYTES } from '../../../src/sources/bounds.ts'
import { faultText } from '../../../src/sources/raw-paper.ts'
import type { Beside } from '../../../src/sources/corpus-files.ts'
import { formOf, isOfKnownForm } from '../../../src/sources/forms.ts'
import { readSource } from '../../../src/sources/read-source.ts'
import { smallCorpus } from '../../support/small-corpus.ts'
import { arxivFeed, ATOM, BIBTEX, CSL, DAILY, PAGE, RIS } from './samples.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
/** What is read of a text: its papers, else the sentence of its first fault. */
async function read(text: string | Uint8Array, beside?: Beside) {
  const reading = await readSource(typeof text === 'string' ? bytes(text) : text, beside)
  if (!reading.ok) return `${String(reading.error.line)}: ${faultText(reading.error)}`
  const [fault] = reading.value.faults
  return fault ? `${String(fault.line)}: ${faultText(fault)}` : reading.value.papers
}

describe('each format is told by its content', () => {
  it.each([
    ['daily papers of Hugging Face', DAILY, 'daily'],
    ['Atom of arXiv', ATOM, 'atom'],
    ['BibTeX', BIBTEX, 'bibtex'],
    ['RIS', RIS, 'ris'],
    ['CSL-JSON', CSL, 'csl'],
    ['a page saved as text', PAGE, 'page'],
    ['with a byte-order mark and blank lines before it', `\uFEFF\n\n${DAILY}`, 'daily'],
    ['with the line ends of Windows', RIS.replaceAll('\n', '\r\n'), 'ris'],
  ])('%s', async (_, text, form) => {
    expect([formOf(text), isOfKnownForm(text)]).toEqual([form, form !== 'page'])
    expect(await read(text)).toMatchObject([
      { title: 'A first paper' },
      { title: expect.stringMatching(/^A second \{?p/i) as string },
    ])
  })

  it('an empty list is a quiet day', async () => {
    expect(await read('[]')).toEqual([])
  })
})

describe('a corpus of this app', () => {
  const files = smallCorpus('monday', [['Alpha', 'Beta'], ['Gamma']])
  const manifest = files.get('manifest.json') ?? ''
  const [first = '', second = ''] = [...files.keys()].filter((name) => name.startsWith('shard-'))
  const besideOf =
    (given: ReadonlyMap<string, string>): Beside =>
    (name) => {
      const text = given.get(name)
      return text === undefined ? undefined : bytes(text)
    }

  it('is its manifest with the shards beside it, or a shard alone', async () => {
    const [alpha, beta, gamma] = ['Alpha', 'Beta', 'Gamma'].map((title, at) => ({ title, record: at + 1 }))
    expect(await read(manifest, besideOf(files))).toMatchObject([alpha, beta, gamma])
    expect(await read(files.get(first) ?? '')).toMatchObject([alpha, beta])
  })

  it.each([
    ['another place', manifest, new Map<string, string>(), `${first}, which it names, is not beside it`],
    ['less than all', manifest, new Map([...files].slice(0, 2)), `${second}, which it names, is not beside it`],
    ['a broken shard', manifest, new Map([...files, [second, '[]']]), new RegExp(`^.*: ${second}: `)],
    ['a later build', manifest.replace('"format":1', '"format":9'), files, 'of format 9, which is later'],
    ['damage', manifest.replace('"papers":3', '"papers":"x"'), files, /papers: /],
    ['half a shard', (files.get(first) ?? '').replace('"Beta"', '7'), files, /titles/],
  ])('from %s is refused', async (_, text, given, sentence) => {
    const said = await read(text, besideOf(given))
    expect(said).toMatch(/^1: a corpus that cannot be read: /)
    expect(said).toEqual(
      typeof sentence === 'string' ? expect.stringContaining(sentence) : expect.stringMatching(sentence),
    )
  })

  it('is read alone where no files can lie beside it', async () => {
    expect(await read(manifest)).toMatch(/which it names, is not beside it$/)
  })
})

describe('a file that is none of them', () => {
  it.each([
    ['nothing', '', '1: no papers: the file is empty'],
    ['a zero byte', 'One\nAbout\u0000 one.', '2: not text: it holds a zero byte'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x4f, 0x00]), '1: not text: it holds a zero byte'],
    ['Latin-1', new Uint8Array([...bytes('One\nTw'), 0xe9, ...bytes('\nAbout.')]), '2: not text in UTF-8'],
    ['a web page', '<!DOCTYPE html>\n<html></html>', /^1: markup of an unknown kind; expected a corpus of this app, /],
    ['an error in JSON', '{"error": "Too many requests"}', /^1: JSON of an unknown kind; expected /],
    ['more than 64 MB', new Uint8Array(MOST_BYTES + 1), '1: larger than 64 MB; cut it up'],
  ])('%s', async (_, text, sentence) => {
    expect(await read(text)).toEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence))
  })
})

describe('a broken record is named by line and number, and spoils no other', () => {
  it.each([
    ['no title', '[{"upvotes": 1},\n{"title": "B", "summary": ""}]', '1: paper 1: it has no title'],
    ['no object', '[{"title": "A", "summary": ""},\n7]', '2: paper 2: it is no object'],
    ['broken JSON', '[\n{"title" "A"},\n{"title": "B", "summary": ""}]', '2: paper 1: it is broken JSON'],
    ['a comma too many', '[{"title": "B", "summary": ""},\n]', '2: paper 2: it is broken JSON'],
    [
      'a title of a megabyte',
      `[{"summary": "", "title": "${'a'.repeat(1e6)}"}]`,
      /^1: paper 1: its title has 1,000,000/,
    ],
    ['an abstract of a megabyte', `[{"title": "A", "summary": "${'a'.repeat(1e6)}"}]`, /^1: paper 1: its abstract has/],
    [
      'very many authors',
      `[{"title": "A", "summary": "", "authors": [${'{"name": "B"},'.repeat(6e3)}{"name": "C"}]}]`,
      /^1: paper 1: it has 6,001 authors/,
    ],
    [
      'no number of arXiv',
      arxivFeed('<id>https://example.org/1</id><title>A</title>'),
      '2: paper 1: it has no arXiv number',
    ],
    ['broken XML', arxivFeed('<title>A</titel>'), /^2: paper 1: it is broken XML at <.titel>/],
    [
      'RIS without end',
      'TY  - GEN\nTI  - A\n\nTY  - GEN\nTI  - B\nER  - ',
      '1: paper 1: it is cut off: no ER closes it',
    ],
    ['words in RIS', 'TY  - GEN\nTI  - A\nER  - \nand so on', '4: it stands between records'],
    ['BibTeX without end', '@misc{a, title={A}}\n@misc{b, title={B}', '2: no closing } after the field title'],
    ['BibTeX without title', '@misc{a, title={A}}\n@misc{b, year=2026}', '2: paper 2: it has no title'],
  ])('%s', async (_, text, sentence) => {
    expect(await read(text)).toEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence))
  })
})

describe('a file that ends early is refused, whatever stands in it', () => {
  it.each([
    ['a list', DAILY.slice(0, -2), /the list is cut off before its end$/],
    ['a list, in a text', DAILY.slice(0, DAILY.lastIndexOf('second')), /paper 2: a text in it has no closing quote$/],
    ['a feed', ATOM.slice(0, -10), /the feed is cut off before its end$/],
    ['a list that goes on', `${DAILY}{`, /something stands after the end of the list$/],
  ])('%s', async (_, text, sentence) => {
    const reading = await readSource(bytes(text))
    expect(!reading.ok && faultText(reading.error)).toMatch(sentence)
  })
})

describe('input made to do harm', () => {
  const bomb = `<!DOCTYPE f [<!ENTITY a "${'x'.repeat(999)}"><!ENTITY b "&a;&a;&a;">]>`
  it.each([
    ['entities in a feed', ATOM.replace('<feed', `${bomb}<feed`), /defines entities of its own/],
    ['a list in lists', '['.repeat(1e5), /unknown kind/],
    ['a record in records', `[{"paper":${'{"a":'.repeat(1e5)}`, /nested too deep/],
    ['elements in elements', arxivFeed('<a>'.repeat(500) + '</a>'.repeat(500)), /paper 1: it is refused/],
    ['a million quotes', `["paper": ${'\\"'.repeat(1e6)}`, /closing quote|cut off/],
    ['a million entries that never end', `<feed>${'<entry>'.repeat(1e5)}</feed>`, /broken XML/],
  ])('%s', async (_, text, sentence) => {
    const start = performance.now()
    expect(await read(text)).toMatch(sentence)
    expect(performance.now() - start).toBeLessThan(5_000)
  })

  it.each([
    ['in JSON', '[{"__proto__": {"upvotes": 7}, "title": "A", "summary": ""}]'],
    ['in a nested object', '[{"paper": {"__proto__": {"title": "B"}, "title": "A"}}]'],
    ['in CSL-JSON', '[{"type": "article", "title": "A", "__proto__": {"DOI": "10.1234/x"}}]'],
    ['in RIS', 'TY  - GEN\nTI  - A\n__proto__  - x\nER  - '],
  ])('takes no prototype: %s', async (_, text) => {
    const papers = await read(text)
    expect(papers).toMatchObject([{ record: 1 }])
    expect(JSON.stringify(papers)).not.toMatch(/votes|doi/)
    expect('title' in {}).toBe(false)
  })
})
