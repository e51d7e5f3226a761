/** The host's table of contents is taken as the compiler wrote it, or not at all. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { corpusFiles } from '../../../src/compiler/write.ts'
import { fetchManifest } from '../../../src/corpus/latest.ts'
import { corpusPlace } from '../../../src/corpus/place.ts'
import { seedPapers } from '../../support/seed.ts'

const { files } = corpusFiles(
  {
    papers: seedPapers().slice(0, 3),
    sources: [{ name: 'A page', taken: '2026-11-22', papers: 3, dated: false, ranked: false }],
    days: [],
    aliases: {},
    ...{ movement: null, merged: [], leftOut: [] },
  },
  [{ id: 'rl', label: 'Reinforcement learning' }],
  null,
)
const written = Buffer.from(String(files.get('manifest.json')))
const generation = /"generation":"([^"]+)"/.exec(String(written))?.[1] ?? ''

async function taken(body: Buffer): Promise<boolean> {
  const fetched = await fetchManifest(corpusPlace('https://reader.example/'), {
    fetch: () => Promise.resolve(new Response(new Uint8Array(body))),
    stall: 1_000,
    sha256: (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex')),
  })
  return fetched.ok
}

describe('a manifest', () => {
  it('is taken as it was written', async () => {
    expect(await taken(written)).toBe(true)
  })
  it('with a bit flipped is refused, unless the bit is one of its name', async () => {
    const named = written.indexOf(generation)
    for (let bit = 0; bit < written.length * 8; bit += 3) {
      const at = bit >> 3
      if (at >= named && at < named + generation.length) continue
      const copy = Buffer.from(written)
      copy[at] = (copy[at] ?? 0) ^ (1 << (bit & 7))
      expect([at, await taken(copy)]).toEqual([at, false])
    }
  })
  it('that states no hash is taken, too', async () => {
    expect(await taken(Buffer.from(String(written).replace(generation, 'mine')))).toBe(true)
  })
})
