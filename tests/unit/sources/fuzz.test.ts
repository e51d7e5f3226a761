/** Damaged, hostile and enormous files: each is read or refused in sentences, and none holds up or throws. */
import { truncateSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { encodeShard } from '../../../src/corpus/encode-shard.ts'
import type { RawPaper, SourceFault } from '../../../src/sources/raw-paper.ts'
import { readSource } from '../../../src/sources/read-source.ts'
import { samplePaper } from '../../support/library.ts'
import { mutate } from '../../support/mutations.ts'
import { seeded } from '../../support/seeded.ts'
import { smallCorpus } from '../../support/small-corpus.ts'
import { workshop } from '../../support/workshop.ts'
import { BAD_SHAPES } from './bad-shapes.ts'
import { ATOM, BIBTEX, CSL, DAILY, PAGE, RIS } from './samples.ts'

const SHARD = encodeShard([samplePaper(0), samplePaper(1)])
const SAMPLES: readonly (readonly [name: string, text: string])[] = [
  ['daily papers of Hugging Face', DAILY],
  ['Atom of arXiv', ATOM],
  ['BibTeX', BIBTEX],
  ['RIS', RIS],
  ['CSL-JSON', CSL],
  ['a page', PAGE],
  ['a shard', SHARD],
  ['a manifest', smallCorpus('g', [['Alpha'], ['Beta']]).get('manifest.json') ?? ''],
]
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (bytes: Uint8Array) => readSource(bytes, () => bytesOf(SHARD))

/** What is said of a file, by place; an error counts as one thing said. */
async function said(bytes: Uint8Array): Promise<readonly SourceFault[]> {
  const reading = await read(bytes)
  return reading.ok ? reading.value.faults : [reading.error]
}

/** Whether it is one sentence about a line that there is. */
function isSentence({ what, line, record = 1 }: SourceFault, lines: number): boolean {
  return /^[^\p{Cc}\p{Cf}\p{Cs}]{5,401}$/u.test(what) && line >= 1 && line <= lines && record >= 1
}

/** Whether all of a paper can be kept and put into an address. */
function isPaper({ title, abstract, authors = [], ids = [], code = [], page = '', project = '' }: RawPaper): boolean {
  const texts = [title, abstract, ...authors, ...code, page, project]
  return title !== '' && texts.every((text) => !/\p{Cs}/u.test(text)) && ids.every((id) => /^[\w.-]{1,64}$/.test(id))
}

const EACH = 2_500
/** An input that took longer is read again by itself, since a busy machine makes any of them slow; milliseconds. */
const SLOW = 200

async function timed(bytes: Uint8Array): Promise<number> {
  const start = performance.now()
  await read(bytes)
  return performance.now() - start
}

describe('20,000 mutations', () => {
  it.each(SAMPLES)('of %s are read or refused, at once', async (_, text) => {
    const random = seeded(text.length)
    await read(bytesOf(text)) // its reader has come
    let sound = 0
    for (let n = 0; n < EACH; n++) {
      const bytes = mutate(bytesOf(text), random)
      const shown = `mutation ${String(n)}: ${JSON.stringify(new TextDecoder().decode(bytes)).slice(0, 2_000)}`
      const start = performance.now()
      const reading = await read(bytes).catch((cause: unknown) => expect.fail(`${String(cause)} by ${shown}`))
      if (performance.now() - start > SLOW)
        expect(Math.min(await timed(bytes), await timed(bytes), await timed(bytes)), shown).toBeLessThan(SLOW)
      const lines = new TextDecoder().decode(bytes).split(/\r\n|\r|\n/).length
      const [papers, faults] = reading.ok ? [reading.value.papers, reading.value.faults] : [[], [reading.error]]
      if (!faults.every((fault) => isSentence(fault, lines))) expect(faults, shown).toBe('sentences')
      if (!papers.every(isPaper)) expect(papers, shown).toBe('papers')
      sound += papers.length
    }
    // They are not all refused for their first byte.
    expect(sound).toBeGreaterThan(0)
  })
})

describe('a file in another encoding', () => {
  const utf16 = (text: string, mark: string): Uint8Array => {
    const units = Uint16Array.from(`${mark}${text}`, (sign) => sign.charCodeAt(0))
    return new Uint8Array(units.buffer)
  }
  const turned = (bytes: Uint8Array): Uint8Array => bytes.map((_, at) => bytes[at ^ 1] ?? 0)
  it.each(SAMPLES)('is refused, whatever it is: %s', async (_, text) => {
    const latin = Uint8Array.from(text.replace('e', 'é'), (sign) => sign.charCodeAt(0))
    for (const mark of ['', '\uFEFF'])
      for (const bytes of [utf16(text, mark), turned(utf16(text, mark))])
        expect(await said(bytes)).toEqual([{ line: 1, what: 'not text: it holds a zero byte' }])
    expect(await said(latin)).toMatchObject([{ what: 'not text in UTF-8' }])
  })
  it.each(SAMPLES)('is read where only its byte-order mark stands twice: %s', async (_, text) => {
    expect(await said(bytesOf(`\uFEFF\uFEFF${text}`))).toEqual(await said(bytesOf(text)))
  })
  it.each(SAMPLES)('is refused in one sentence where half a sign ends it: %s', async (_, text) => {
    expect(await said(Uint8Array.of(...bytesOf(text), 0xe2, 0x82))).toMatchObject([{ what: 'not text in UTF-8' }])
  })
})

describe('half signs, which JSON can spell', () => {
  it('become marks', async () => {
    const text = '[{"title": "A \\ud800", "summary": "b\\udc00", "projectPage": "https://a.example/\\ud800"}]'
    const reading = await read(bytesOf(text))
    expect(reading).toMatchObject({
      value: { papers: [{ title: 'A \uFFFD', abstract: 'b\uFFFD', project: 'https://a.example/\uFFFD' }] },
    })
  })
})

describe('a large file of', () => {
  it.each(BAD_SHAPES)('%s is read or refused in a time that grows with its length', async (_, make) => {
    const bytes = bytesOf(make())
    const start = performance.now()
    const [first] = await said(bytes)
    expect(performance.now() - start).toBeLessThan(5_000) // squared, it would be minutes
    if (first) expect(isSentence(first, Infinity), first.what).toBe(true)
  })
})

describe('a file with more of a thing than any', () => {
  it.each([
    ['papers', `[${'{"title": "A", "summary": ""},'.repeat(100_001)}{}]`, /^more than 100,000 papers; cut it up$/],
    ['broken records', `[{"summary": ""}${',\n7'.repeat(2_000)}]`, /^more than 1,000 .* line 2: it is no object$/],
    ['empty records', `[{"summary": ""}${',\n{}'.repeat(2_000)}]`, /^more than 1,000 .* line 1: it has no title$/],
  ])('is refused: %s', async (_, text, sentence) => {
    expect(await said(bytesOf(text))).toMatchObject([{ what: expect.stringMatching(sentence) as string }])
  })

  const here = workshop()
  it('is refused by its size alone: bytes', async () => {
    const file = here.source('large.json', DAILY)
    truncateSync(file, 200_000_000)
    expect(await here.compile(file)).toEqual({ ok: false, error: `${file}:1: larger than 64 MB; cut it up` })
  })
})
