/** What a manifest may say, to the last sign; and what is wrong with one is named. */
import { describe, expect, it } from 'vitest'
import { readManifest } from '../../../src/corpus/manifest.ts'

const file = { file: 'state-0a.json', bytes: 0, sha256: '0123456789abcdef'.repeat(4) }
const shard = { ...file, file: 'shard-1.json', papers: 0, first: null, last: null }
const source = { name: 'A page', taken: '2026-11-22', papers: 3, dated: false, ranked: true }
const good = {
  ...{ format: 1, generation: '2026-11-22-x', taken: '2026-11-22', papers: 3, state: file },
  ...{ shards: [shard], topics: [{ id: 'rl', label: 'Reinforcement learning' }], sources: [source] },
}
const withFile = (some: object) => ({ ...good, state: { ...file, ...some } })
const withShard = (some: object) => ({ ...good, shards: [{ ...shard, ...some }] })
const withSource = (some: object) => ({ ...good, sources: [{ ...source, ...some }] })

describe('a manifest', () => {
  it.each([
    ['as it is', good],
    ['with days and vectors', withShard({ first: '2026-11-01', last: '2026-11-22', vectors: file })],
    ['with a basis and words', { ...good, basis: file, words: file }],
    ['of a source that comes day by day', withSource({ daily: true })],
    ['with the longest name', { ...good, generation: 'g'.repeat(64) }],
    ['with a file of many parts', withFile({ file: 'a.b-c_d.json.br' })],
    ['of nothing to choose from', { ...good, topics: [], sources: [] }],
  ])('is read %s', (_, input) => {
    expect(readManifest(input)).toEqual({ ok: true, value: input })
  })

  it.each<[string, unknown, RegExp]>([
    ['nothing', null, /^manifest: /],
    ['a text', 'manifest', /^manifest: /],
    ['an earlier format', { ...good, format: 0 }, /^format: /],
    ['a format in words', { ...good, format: 'two' }, /^format: /],
    ['no name', { ...good, generation: '' }, /^generation: /],
    ['a long name', { ...good, generation: 'g'.repeat(65) }, /^generation: /],
    ['a time for a day', { ...good, taken: '2026-11-22T00:00' }, /^taken: /],
    ['a day after a sign', { ...good, taken: ' 2026-11-22' }, /^taken: /],
    ['papers below none', { ...good, papers: -1 }, /^papers: /],
    ['half a paper', { ...good, papers: 0.5 }, /^papers: /],
    ['a path', withFile({ file: '../x.json' }), /^state\.file: /],
    ['an address', withFile({ file: 'https://a.example/x' }), /^state\.file: /],
    ['a file that begins with a dot', withFile({ file: '.x' }), /^state\.file: /],
    ['a file that ends with one', withFile({ file: 'x.' }), /^state\.file: /],
    ['no file', withFile({ file: '' }), /^state\.file: /],
    ['bytes in words', withFile({ bytes: '1' }), /^state\.bytes: /],
    ['a short checksum', withFile({ sha256: '0'.repeat(63) }), /^state\.sha256: /],
    ['a long checksum', withFile({ sha256: '0'.repeat(65) }), /^state\.sha256: /],
    ['a checksum in capitals', withFile({ sha256: 'A'.repeat(64) }), /^state\.sha256: /],
    ['no shard', { ...good, shards: [] }, /^shards: /],
    ['a shard without days', withShard({ first: undefined }), /^shards\.0\.first: /],
    ['a shard of a day that is none', withShard({ last: 'soon' }), /^shards\.0\.last: /],
    ['vectors in no file', withShard({ vectors: 'v.bin' }), /^shards\.0\.vectors: /],
    ['a basis in no file', { ...good, basis: {} }, /^basis\.file: /],
    ['a topic without a label', { ...good, topics: [{ id: 'rl' }] }, /^topics\.0\.label: /],
    ['a source without a name', withSource({ name: undefined }), /^sources\.0\.name: /],
    ['a source that is not said to be dated', withSource({ dated: undefined }), /^sources\.0\.dated: /],
    ['a source that is ranked in words', withSource({ ranked: 'yes' }), /^sources\.0\.ranked: /],
    ['a source that does not come day by day, in words', withSource({ daily: false }), /^sources\.0\.daily: /],
  ])('is refused with %s', (_, input, detail) => {
    const read = readManifest(input)
    if (read.ok || read.error.kind !== 'invalid') throw new Error('it is not refused')
    expect(read.error.detail).toMatch(detail)
  })

  it('of a later build is told apart, whatever else it says', () => {
    expect(readManifest({ format: 2 })).toEqual({ ok: false, error: { kind: 'future-format', found: 2 } })
    expect(readManifest({ ...good, format: 1, papers: 'many' })).toMatchObject({ error: { kind: 'invalid' } })
  })
})
