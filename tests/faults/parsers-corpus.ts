/** Of a corpus: its files, what a device keeps of them, and the numbers in bytes that come beside. */
import assert from 'node:assert/strict'
import { sourceOf } from '../../src/app/paper-source.ts'
import { encodeShard } from '../../src/corpus/encode-shard.ts'
import { readRecord, writeRecord } from '../../src/corpus/kept.ts'
import { FORMAT, readManifest } from '../../src/corpus/manifest.ts'
import { PAPER_ID } from '../../src/corpus/paper.ts'
import { REACHES } from '../../src/corpus/reach.ts'
import { decodeShard } from '../../src/corpus/shard.ts'
import { readFiles, readState } from '../../src/corpus/verify.ts'
import { decodeBasis, encodeBasis, MOST_TERMS } from '../../src/meaning/basis.ts'
import { checksum } from '../../src/meaning/checksum.ts'
import { decodeVectors, encodeVectors } from '../../src/meaning/vectors.ts'
import { decodeWords, encodeWords } from '../../src/meaning/words.ts'
import { indexPapers } from '../../src/search/engine/index-papers.ts'
import { decodePack, encodePack, sumOf } from '../../src/search/packed/pack-file.ts'
import { samplePaper } from '../support/library.ts'
import { smallCorpus } from '../support/small-corpus.ts'
import { jsonOf, type Parsers } from './parser.ts'

const PAPERS = [samplePaper(0), samplePaper(1)]
/** As a corpus has them, for those who read them from other places, too. */
export const SHARD = encodeShard(PAPERS)
const SMALL = smallCorpus('g', [['Alpha'], ['Beta']])
const manifest = readManifest(jsonOf(SMALL.get('manifest.json') ?? ''))
assert.ok(manifest.ok)
const MANIFEST = manifest.value
const STATE = JSON.stringify({
  format: FORMAT,
  aliases: { old: 'alpha' },
  movement: { since: '2026-11-21', new: ['alpha'], up: ['beta'], back: [] },
})

const directions = Float64Array.from([0.7, -0.1, 0.35, 0, 0, 0.7])
const BASIS = encodeBasis({
  dimensions: 2,
  papers: 9,
  terms: ['paper', 'a method', 'τ'],
  frequencies: [5, 4, 3],
  directions,
})
const basis = decodeBasis(BASIS)
assert.ok(basis.ok)
const SPACE = basis.value
const PACK = encodePack(indexPapers(PAPERS), 'maker')

/** The bytes, and then with the checksum that they would need: damage that no checksum tells. */
const withSums = (bytes: Uint8Array, at: number, read: (bytes: Uint8Array) => void): void => {
  read(bytes)
  const summed = bytes.slice()
  if (summed.length < at + 4) return
  new DataView(summed.buffer).setUint32(at, checksum(summed.subarray(at + 4)), true)
  read(summed)
}

const assertFinite = (numbers: Float32Array | Int8Array, length: number): void => {
  assert.equal(numbers.length, length)
  assert.ok(numbers.every((number) => Number.isFinite(number)))
}

export const CORPUS_PARSERS: Parsers = {
  corpus: {
    samples: [SHARD, SMALL.get('manifest.json') ?? ''],
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
  'kept corpora': {
    samples: [writeRecord({ manifest: MANIFEST, shards: MANIFEST.shards.slice(0, 1), reach: REACHES[0] })],
    read: (_, text) => {
      const kept = readRecord(jsonOf(text))
      if (!kept) return
      assert.ok(kept.shards.length > 0 && kept.shards.every((shard) => kept.manifest.shards.includes(shard)))
      assert.ok(kept.reach === null || REACHES.includes(kept.reach))
      const files = new Map([...SMALL].map(([name, file]) => [name, new TextEncoder().encode(file)]))
      const papers = readFiles(kept.manifest, files)
      if (papers.ok) assert.equal(papers.value.length, kept.manifest.papers)
    },
  },
  'files of a corpus': {
    samples: [STATE, ...MANIFEST.shards.map(({ file }) => SMALL.get(file) ?? '')],
    read: (bytes) => {
      const file = bytes as Uint8Array<ArrayBuffer>
      const now = readState(MANIFEST, new Map([[MANIFEST.state.file, file]]))
      if (now.ok)
        for (const [from, to] of now.value.aliases) assert.ok(typeof from === 'string' && typeof to === 'string')
      const papers = readFiles(MANIFEST, new Map(MANIFEST.shards.map(({ file: name }) => [name, file])))
      assert.ok(!papers.ok, 'one file in the place of two')
    },
  },
  'a basis': {
    samples: [BASIS],
    read: (damaged) => {
      withSums(damaged, 16, (bytes) => {
        const read = decodeBasis(bytes)
        if (!read.ok) return
        const { dimensions, rows, frequencies, directions: all } = read.value
        assert.ok(rows.size <= frequencies.length && frequencies.length <= MOST_TERMS)
        assertFinite(all, frequencies.length * dimensions)
      })
    },
  },
  vectors: {
    samples: [encodeVectors(PAPERS, SPACE)],
    read: (damaged) => {
      withSums(damaged, 12, (bytes) => {
        const read = decodeVectors(bytes, PAPERS.length, SPACE)
        if (read.ok) assertFinite(read.value, PAPERS.length * SPACE.dimensions)
      })
    },
  },
  'words of meaning': {
    samples: [encodeWords(['paper', 'method', 'better'], 2, directions)],
    read: (damaged) => {
      withSums(damaged, 12, (bytes) => {
        const read = decodeWords(bytes)
        if (!read.ok) return
        const { dimensions, rows, directions: all } = read.value
        for (const row of rows.values()) assert.ok((row + 1) * dimensions <= all.length)
      })
    },
  },
  packs: {
    samples: [PACK],
    read: (damaged) => {
      const whole = new Uint8Array(Math.ceil(damaged.length / 4) * 4)
      whole.set(damaged)
      if (whole.length >= 4) new Uint32Array(whole.buffer)[0] = sumOf(new Uint32Array(whole.buffer, 4))
      for (const bytes of [damaged.slice(), whole]) {
        const pack = decodePack(bytes, 'maker')
        if (!pack) continue
        const place = pack.segment.dictionary.placeOf('paper')
        assert.ok(place >= 0 && place <= Math.max(0, pack.segment.dictionary.size))
      }
    },
  },
}
