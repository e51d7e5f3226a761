/** Of what a reader brings: files in the formats of others, texts, links, lists that were passed on. */
import assert from 'node:assert/strict'
import { sharedAddress } from '../../src/app/shared-address.ts'
import { readBibliography } from '../../src/app/state/bibliography.ts'
import { PAPER_ID } from '../../src/corpus/paper.ts'
import { sharedLinks } from '../../src/enrich/shared-links.ts'
import { decodeList, encodeList } from '../../src/library/list-link.ts'
import { readSource } from '../../src/sources/read-source.ts'
import { answerBringing } from '../../src/workers/bring.ts'
import { samplePaper } from '../support/library.ts'
import { ATOM, BIBTEX, CSL, DAILY, PAGE, RIS } from '../unit/sources/samples.ts'
import { assertSentence, type Parsers } from './parser.ts'
import { SHARD } from './parsers-corpus.ts'

const SOURCES = [DAILY, ATOM, BIBTEX, RIS, CSL, PAGE]
/** What is here already: one of the corpus, and one of the reader's. */
const HERE = { papers: [samplePaper(0), samplePaper(1)], aliases: new Map<string, string>(), own: 1 }
/** A list that was passed on, as it stands in an address. */
export const LIST = await encodeList({ name: 'Thesis', papers: [{ id: 'p1', title: 'Paper 1' }] }, 'with-titles')

/** As long as an address may be, and full of what is looked for at its end, or from there on. */
const LONG_LINES = [
  ...Array.from({ length: 8 }, () => 'https://a.b/'.padEnd(1_990, ')')),
  `${'https://a.b/'.padEnd(1_990, '.')}a`,
  `[A title](https://a.b/) ${'['.repeat(1_900)}`,
].join('\n')

export const BROUGHT_PARSERS: Parsers = {
  sources: {
    samples: SOURCES,
    read: async (bytes) => {
      const reading = await readSource(bytes, () => new TextEncoder().encode(SHARD))
      for (const { what } of reading.ok ? reading.value.faults : [reading.error]) assertSentence(what)
    },
  },
  'brought files': {
    samples: [...SOURCES, SHARD],
    read: async (bytes) => {
      const answer = await answerBringing({ kind: 'read', files: [{ name: 'a', bytes }] }, HERE)
      assert.ok(answer.kind === 'read')
      const { papers, faults, unread } = answer.value
      for (const { paper } of papers) {
        assert.match(paper.id, PAPER_ID)
        assert.notEqual(paper.title, '')
      }
      const fresh = papers.flatMap(({ paper, here }) => (here === null ? [paper.id] : []))
      assert.equal(new Set(fresh).size, fresh.length)
      assert.equal(unread, 0)
      for (const { what } of faults) assertSentence(what)
    },
  },
  bibliographies: {
    samples: [BIBTEX, '@string{v = "Voice"}\n@misc{a, title = v # { of $x^2$ \\"{u}}, abstract = "We {T}est"}\n'],
    read: async (bytes) => {
      const read = await readBibliography(new Blob([bytes as Uint8Array<ArrayBuffer>]))
      if (!read.ok) return
      for (const { title } of read.value.entries) assert.notEqual(title, '')
      for (const { what } of read.value.faults) assertSentence(what)
    },
  },
  'links of lists': {
    samples: [LIST],
    read: async (_, text) => {
      const list = await decodeList(text)
      if (list.ok) for (const { id } of list.value.papers) assert.match(id, PAPER_ID)
    },
  },
  'shared text': {
    samples: [
      'title=A paper&text=see arxiv.org/abs/2501.00001v2&url=https://doi.org/10.1000/182',
      '- [A paper](https://arxiv.org/abs/2501.00001) (doi:10.1000/182)\n- Another: hep-ex/0307015, 2501.00002v3.',
      'url=https%3A%2F%2Fa.b%2Fc%28d%29&text=%5B2501.00001%5D%20A%20paper%20%7C%20alphaXiv',
      'See https://a.b/c_(d), http://arxiv.org/abs/2501.00001; “https://huggingface.co/papers/2501.00002”',
      LONG_LINES,
    ],
    read: (_, text) => {
      assert.match(sharedAddress(text) ?? '#/', /^#\//)
      for (const { url } of sharedLinks(text)) assert.match(url, /^https:\/\//)
    },
  },
}
