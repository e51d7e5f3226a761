/** Damaged and hostile input for everything that parses: read or refused as each promises, at once, and nothing else is changed by it. */
import assert from 'node:assert/strict'
import { sourceOf } from '../../src/app/paper-source.ts'
import { parseRoute, formatRoute } from '../../src/app/routes.ts'
import { sharedAddress } from '../../src/app/shared-address.ts'
import { readEntry } from '../../src/app/state/history-entry.ts'
import { encodeShard } from '../../src/corpus/encode-shard.ts'
import { readManifest } from '../../src/corpus/manifest.ts'
import { PAPER_ID } from '../../src/corpus/paper.ts'
import { decodeShard } from '../../src/corpus/shard.ts'
import { sharedLinks } from '../../src/enrich/shared-links.ts'
import { readLibraryFile, writeLibraryFile } from '../../src/library/library-file.ts'
import { decodeList, encodeList } from '../../src/library/list-link.ts'
import { isLater, readEnvelope, readRecord } from '../../src/library/record.ts'
import { readSource } from '../../src/sources/read-source.ts'
import { envelope, NOW, samplePaper } from '../support/library.ts'
import { mutate } from '../support/mutations.ts'
import { seeded } from '../support/seeded.ts'
import { smallCorpus } from '../support/small-corpus.ts'
import { ATOM, BIBTEX, CSL, DAILY, PAGE, RIS } from '../unit/sources/samples.ts'
import type { FaultClass, Tally } from './fault-class.ts'

/** Inputs of each kind in a trial. */
const EACH = 1_000
/** Milliseconds; what took longer is read again by itself, since a busy machine makes any of them slow. */
const SLOW = 200

export const parse: FaultClass = {
  name: 'parse',
  title: `corpus, library files, list links, sources, shared text, addresses and history damaged in ${EACH.toLocaleString('en')} ways each a trial`,
  sees: 'what could be read, or a sentence about what could not; nothing is changed',
  quick: Array.from({ length: 20 }, (_, at) => at),
  long: 1_000,
  trial,
}

interface Parser {
  readonly samples: readonly string[]
  /** Throws where the outcome is not what the parser promises. */
  readonly read: (bytes: Uint8Array, text: string) => unknown
}

const LIBRARY = writeLibraryFile(
  [
    envelope('list', 'a', { name: 'Thesis', order: 1 }),
    envelope('entry', 'a:p1', { added: NOW, title: 'Paper 1' }),
    envelope('paper', 'p1', samplePaper(1)),
    envelope('note', 'p1', { text: 'see §3', title: 'Paper 1' }),
    envelope('link', 'p1', { url: 'https://arxiv.org/abs/2501.00001', title: 'Paper 1' }),
    envelope('search', 's', { name: 'Voice', query: 'tts OR asr', order: 1 }),
  ],
  NOW,
)
const LIST = await encodeList({ name: 'Thesis', papers: [{ id: 'p1', title: 'Paper 1' }] }, 'with-titles')
const SHARD = encodeShard([samplePaper(0), samplePaper(1)])

const PARSERS: Readonly<Record<string, Parser>> = {
  corpus: {
    samples: [SHARD, smallCorpus('g', [['Alpha'], ['Beta']]).get('manifest.json') ?? ''],
    read: (_, text) => {
      const value = jsonOf(text)
      const papers = decodeShard(value, 0)
      if (papers.ok)
        for (const paper of papers.value) {
          assert.match(paper.id, PAPER_ID)
          // A paper keeps what its source says, and the app leads to https alone.
          for (const link of [...paper.codeLinks, paper.projectLink ?? 'https://']) assert.match(link, /^https?:\/\//)
          assert.match(sourceOf(paper).href, /^https:\/\//i)
        }
      else assert.equal(typeof papers.error, 'string')
      readManifest(value)
    },
  },
  'library files': {
    samples: [LIBRARY],
    read: async (bytes) => {
      const file = await readLibraryFile(new Blob([bytes as Uint8Array<ArrayBuffer>]))
      if (!file.ok) return
      for (const record of file.value.records)
        assert.ok(readEnvelope(record) && (isLater(record) || readRecord(record)), JSON.stringify(record))
    },
  },
  'list links': {
    samples: [LIST],
    read: async (_, text) => {
      const list = await decodeList(text)
      if (list.ok) for (const { id } of list.value.papers) assert.match(id, PAPER_ID)
    },
  },
  sources: {
    samples: [DAILY, ATOM, BIBTEX, RIS, CSL, PAGE],
    read: async (bytes) => {
      const reading = await readSource(bytes, () => new TextEncoder().encode(SHARD))
      const faults = reading.ok ? reading.value.faults : [reading.error]
      for (const { what } of faults) assert.match(what, /^[^\p{Cc}\p{Cf}\p{Cs}]{5,401}$/u)
    },
  },
  'shared text': {
    samples: [
      'title=A paper&text=see arxiv.org/abs/2501.00001v2&url=https://doi.org/10.1000/182',
      `${'https://a.b/'.padEnd(398, ')')}\n`.repeat(500),
      `[A title](${'https://a.b/'.padEnd(300, '.')}a) ${'['.repeat(80)}\n`.repeat(500),
    ],
    read: (_, text) => {
      assert.match(sharedAddress(text) ?? '#/', /^#\//)
      for (const { url } of sharedLinks(text)) assert.match(url, /^https:\/\//)
    },
  },
  addresses: {
    samples: [
      '#/browse?q=a%20b&topic=agents&kind=survey&code=link&is=saved&list=x&sort=title',
      '#/digest/2026-11-22',
      '#/paper/p1?t=A%20paper',
      '#/saved/a',
      `#/list/${LIST}`,
    ],
    read: (_, text) => {
      const route = parseRoute(text)
      // What leads nowhere is kept as it came.
      if (route.kind === 'unknown') return
      const address = formatRoute(route)
      assert.match(address, /^#\//)
      assert.equal(formatRoute(parseRoute(address)), address)
    },
  },
  history: {
    samples: [
      '{"key":"k","place":{"y":10,"focus":"#/","item":{"index":3,"into":4}},"trail":{"from":"#/","at":1,"ids":["p1"]},"over":true}',
    ],
    read: (_, text) => readEntry(jsonOf(text)),
  },
}

async function trial(seed: number): Promise<Tally> {
  const random = seeded(seed)
  const names = Object.getOwnPropertyNames(Object.prototype).join()
  for (const [name, { samples, read }] of Object.entries(PARSERS))
    for (let n = 0; n < EACH; n++) {
      const sample = samples[n % samples.length] ?? ''
      const bytes = mutate(new TextEncoder().encode(sample), random)
      const text = new TextDecoder().decode(bytes)
      const timed = async (): Promise<number> => {
        const start = performance.now()
        await read(bytes, text)
        return performance.now() - start
      }
      try {
        if ((await timed()) > SLOW) assert.ok(Math.min(await timed(), await timed(), await timed()) < SLOW, 'too slow')
      } catch (cause) {
        throw new Error(`${name}, input ${n}: ${JSON.stringify(text).slice(0, 1_000)}`, { cause })
      }
    }
  assert.equal(Object.getOwnPropertyNames(Object.prototype).join(), names)
  return { inputs: EACH * Object.keys(PARSERS).length }
}

/** Undefined, which every reader refuses, where it is no JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
