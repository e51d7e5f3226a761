/** Files against their manifest: what contradicts it is named, file by file. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Manifest } from '../../../src/corpus/manifest.ts'
import { readManifest } from '../../../src/corpus/manifest.ts'
import { readFiles, readState, verifyFile } from '../../../src/corpus/verify.ts'
import { World } from '../../support/corpus-world.ts'
import { smallCorpus, type CorpusFiles } from '../../support/small-corpus.ts'

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text))
const environment = new World().environment()

describe('a file', () => {
  const file = { file: 'x.json', bytes: 3, sha256: createHash('sha256').update('abc').digest('hex') }
  it.each([
    ['as it should be', 'abc', null],
    ['altered', 'abd', 'its checksum differs'],
    ['cut', 'ab', '2 of 3 bytes'],
    ['too long', 'abcd', '4 of 3 bytes'],
  ])('%s', async (_, text, detail) => {
    const problem = detail === null ? null : { kind: 'not-ours', file: 'x.json', detail }
    expect(await verifyFile(file, bytesOf(text), environment)).toEqual(problem)
  })
})

/** A corpus and its files; `change` has the last word on either. */
function corpus(shards: readonly (readonly string[])[], change: (manifest: Manifest, files: CorpusFiles) => void) {
  const files = smallCorpus('g', shards)
  const read = readManifest(JSON.parse(files.get('manifest.json') ?? ''))
  if (!read.ok) throw new Error(read.error.kind)
  change(read.value, files)
  const [first = '', second = ''] = read.value.shards.map(({ file }) => file)
  return {
    manifest: read.value,
    first,
    second,
    files: new Map([...files].map(([name, text]) => [name, bytesOf(text)])),
  }
}
const nothing = (): void => undefined
const filesOf = ({ manifest, files }: ReturnType<typeof corpus>) => [manifest, files] as const

describe('the papers of a corpus', () => {
  const two = [['Alpha', 'Beta'], ['Gamma']]
  it('are those of all shards, ranked through', () => {
    const { manifest, files } = corpus(two, nothing)
    const read = readFiles(manifest, files)
    expect(read.ok && read.value.map(({ id, rank }) => [id, rank])).toEqual([
      ['alpha', 0],
      ['beta', 1],
      ['gamma', 2],
    ])
  })

  it('are those that were read before, which are not looked at again', () => {
    const { manifest, files, first, second } = corpus(two, nothing)
    const before = readFiles(manifest, files)
    const papers = before.ok ? before.value : []
    const known = new Map([[second, papers.slice(2)]])
    const left = new Map([[first, files.get(first) ?? bytesOf('')]])
    const again = readFiles(manifest, left, known)
    expect(again).toEqual(before)
    expect(again.ok && again.value[2], 'the very same').toBe(papers[2])
    const elsewhere = new Map([[second, papers.slice(2).map((one) => ({ ...one, rank: 0 }))]])
    expect(readFiles(manifest, left, elsewhere), 'ranked anew').toEqual(before)
  })

  it.each<[string, readonly (readonly string[])[], (manifest: Manifest, files: CorpusFiles) => void, string | null, string | RegExp]>([
    ['a shard is missing', two, ({ shards }, files) => files.delete(shards[0]?.file ?? ''), 'first', /./],
    ['a shard is no JSON', two, ({ shards }, files) => files.set(shards[1]?.file ?? '', '{'), 'second', /./],
    ['a shard has fewer papers', two, ({ shards }) => shards[0] && (shards[0].papers = 3), 'first', '2 of 3 papers'],
    ['a shard has more papers', two, ({ shards }) => shards[1] && (shards[1].papers = 0), 'second', '1 of 0 papers'],
    ['all have more', two, (manifest) => (manifest.papers = 2), null, '3 of 2 papers'],
    ['all have fewer', two, (manifest) => (manifest.papers = 4), null, '3 of 4 papers'],
    ['a paper stands twice in one', [['Alpha', 'Alpha']], nothing, 'first', 'the id "alpha" is not unique'],
    ['a paper stands in two', [['Alpha'], ['Beta', 'Alpha']], nothing, 'second', 'the id "alpha" is not unique'],
    ['a paper has no id', [['Alpha', '']], nothing, 'first', /./],
  ])('are refused where %s', (_, shards, change, where, detail) => {
    const made = corpus(shards, change)
    const read = readFiles(made.manifest, made.files)
    if (read.ok || read.error.kind !== 'not-ours') throw new Error('it is not refused')
    expect(read.error.file).toBe(where === null ? 'manifest.json' : where === 'first' ? made.first : made.second)
    if (typeof detail === 'string') expect(read.error.detail).toBe(detail)
    else expect(read.error.detail).toMatch(detail)
  }) // prettier-ignore

  it('are refused where one that is new has the id of one that was read before', () => {
    const before = readFiles(...filesOf(corpus([['Alpha', 'Beta']], nothing)))
    const { manifest, files, first, second } = corpus([['Alpha'], ['Alpha', 'Beta']], nothing)
    const known = new Map([[second, before.ok ? before.value : []]])
    expect(first).not.toBe(second)
    expect(readFiles(manifest, files, known)).toEqual({
      ok: false,
      error: { kind: 'not-ours', file: second, detail: 'the id "alpha" is not unique' },
    })
  })
})

describe('what changes daily', () => {
  const movement = { since: '2026-11-21', new: ['a'], up: [], back: ['b'] }
  const stateOf = (text: string | null) => {
    const { manifest, files } = corpus([['Alpha']], nothing)
    if (text === null) files.delete(manifest.state.file)
    else files.set(manifest.state.file, bytesOf(text))
    const read = readState(manifest, files)
    return read.ok ? { aliases: [...read.value.aliases], movement: read.value.movement } : read.error.kind
  }
  it.each([
    ['nothing', '{"format":1}', { aliases: [], movement: null }],
    ['earlier ids', '{"format":1,"aliases":{"old":"new"}}', { aliases: [['old', 'new']], movement: null }],
    ['a trend', JSON.stringify({ format: 1, movement }), { aliases: [], movement }],
    ['a later format', '{"format":2}', 'not-ours'],
    ['aliases of another kind', '{"format":1,"aliases":{"old":1}}', 'not-ours'],
    ['a trend since no day', JSON.stringify({ format: 1, movement: { ...movement, since: 'x' } }), 'not-ours'],
    ['a trend of numbers', JSON.stringify({ format: 1, movement: { ...movement, up: [1] } }), 'not-ours'],
    ['half a trend', '{"format":1,"movement":{"since":"2026-11-21"}}', 'not-ours'],
    ['no JSON', '{', 'not-ours'],
    ['no file', null, 'not-ours'],
  ])('is %s', (_, text, told) => {
    expect(stateOf(text)).toEqual(told)
  })
})
