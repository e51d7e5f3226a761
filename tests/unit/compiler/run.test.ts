import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compileCorpus, explainCorpus } from '../../../src/compiler/run.ts'
import { paperId, titleKey } from '../../../src/enrich/identity.ts'
import { readManifest } from '../../../src/corpus/manifest.ts'
import { decodeShard } from '../../../src/corpus/shard.ts'
import ids from '../../golden/ids.json' with { type: 'json' }
import { hfDaily } from '../../support/paper-hosts.ts'
import { SEED, seedPapers, seedRaw } from '../../support/seed.ts'

const ABSTRACT = 'We propose a way. '.repeat(20)
let home = ''
let out = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'offprint-'))
  out = join(home, 'corpus')
})
afterEach(() => {
  rmSync(home, { recursive: true })
})

const compile = (...sources: string[]): ReturnType<typeof compileCorpus> => compileCorpus({ root: '.', out, sources })
const source = (name: string, text: string | Uint8Array): string => {
  writeFileSync(join(home, name), text)
  return join(home, name)
}
/** Every file of a directory, and of those in it, by name. */
const contents = (directory: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(directory, name)).isFile())
      .map((name) => [name, readFileSync(join(directory, name), 'utf8')]),
  )

describe('npm run corpus', () => {
  it('writes what the loader reads: the 198 papers in page order, under their ids', async () => {
    expect((await compile()).ok).toBe(true)
    const files = contents(out)
    const manifest = readManifest(JSON.parse(files['manifest.json'] ?? ''))
    if (!manifest.ok) throw new Error(JSON.stringify(manifest.error))
    expect(manifest.value).toMatchObject({ taken: '2026-11-22', papers: 198, shards: [{ papers: 198 }] })
    expect(manifest.value.sources).toMatchObject([{ papers: 198, dated: false, ranked: false }])
    const shard = decodeShard(JSON.parse(files[manifest.value.shards[0]?.file ?? ''] ?? ''), 0)
    expect(shard).toEqual({ ok: true, value: seedPapers() })
    expect(shard.ok && shard.value.map(({ id }) => id)).toEqual(ids)
  })

  it('writes the same bytes each time, under names that change with them', async () => {
    await compile()
    const first = contents(out)
    await compile()
    expect(contents(out)).toEqual(first)
    await compile(source('a.txt', `One\n${ABSTRACT}\n`))
    expect(Object.keys(contents(out)).filter((name) => name.startsWith('papers-'))).not.toContain(
      Object.keys(first).find((name) => name.startsWith('papers-')),
    )
  })

  // Brotli at its best takes a second for each of the two.
  it('is at most 1.10 of the bare text, both in brotli 11, all files that the app fetches together', async () => {
    await compile()
    const packed = Object.entries(contents(out)).filter(([name]) => name.endsWith('.json'))
    const bytes = packed.reduce((sum, [, text]) => sum + brotliCompressSync(text).length, 0)
    const raw = seedRaw()
    const bare = [...raw.map(({ title }) => title), ...raw.map(({ abstract }) => abstract)].join('\n')
    expect(bytes / brotliCompressSync(bare).length).toBeLessThanOrEqual(1.1)
  }, 60_000)

  it('lists every paper for readers without script, and nothing of a paper is markup', async () => {
    await compile(source('a.txt', `<script>alert(1)</script> & "Co"\n${ABSTRACT}\n`))
    const page = readFileSync(join(out, 'papers.html'), 'utf8')
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Co&quot;')
    expect(page).not.toMatch(/<script|<style|style=|http:/)
    await compile()
    expect(readFileSync(join(out, 'papers.html'), 'utf8').match(/<article/g)).toHaveLength(198)
  })

  it('merges a title that stands twice, also across sources, and says where', async () => {
    const one = source('a-2026-11-20.txt', `Zero Bubble\n${ABSTRACT}\nTwo\n${ABSTRACT}\n`)
    const two = source('b-2026-11-21.txt', `ZERO-bubble\n${ABSTRACT}\nThree\n${ABSTRACT}\n`)
    const done = await compile(one, two)
    expect(done.ok && done.value.papers.map(({ title }) => title)).toEqual(['Zero Bubble', 'Two', 'Three'])
    expect(done.ok && done.value.merged).toEqual([{ file: two, line: 1, title: 'ZERO-bubble', by: 'title' }])
    expect(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))).toMatchObject({
      taken: '2026-11-21',
      papers: 3,
    })
  })

  it('puts 2,000 papers into a shard', async () => {
    const many = Array.from({ length: 2001 }, (_, n) => `Title ${String(n)}\n${ABSTRACT}`).join('\n')
    await compile(source('many.txt', many))
    const manifest = readManifest(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')))
    expect(manifest.ok && manifest.value.shards.map(({ papers }) => papers)).toEqual([2000, 1])
  })

  it('names the days of one source once', async () => {
    const days = ['2026-11-20', '2026-11-21'].map((date) => source(`hf-${date}.json`, hfDaily(date, [`Of ${date}`])))
    const list = days.map((file, at) => ({
      file: basename(file),
      name: 'A host',
      what: '',
      taken: `2026-11-2${String(at)}`,
    }))
    writeFileSync(join(home, 'sources.json'), JSON.stringify(list))
    await compile(home)
    expect(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))).toMatchObject({
      papers: 2,
      sources: [{ name: 'A host', taken: '2026-11-21', papers: 2, dated: true, ranked: true }],
    })
  })

  it('leaves the shards of all other days as they were when a day comes', async () => {
    const day = (date: string, count: number) =>
      source(
        `hf-${date}.json`,
        hfDaily(
          date,
          Array.from({ length: count }, (_, n) => `Paper ${String(n)} of ${date}`),
        ),
      )
    const days = ['2026-09-29', '2026-09-30', '2026-10-01', '2026-11-20'].map((date) => day(date, 3))
    const shards = () => {
      const read = readManifest(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')))
      if (!read.ok) throw new Error(JSON.stringify(read.error))
      return read.value.shards.map(({ first, last, papers, file }) => ({ days: [first, last], papers, file }))
    }
    await compile(SEED, ...days)
    const before = shards()
    expect(before.map(({ days: both, papers }) => [...both, papers])).toEqual([
      ['2026-11-20', '2026-11-20', 3],
      ['2026-10-01', '2026-10-01', 3],
      ['2026-09-29', '2026-09-30', 6],
      [null, null, 198],
    ])
    await compile(SEED, ...days, day('2026-11-21', 2))
    const [first, ...others] = shards()
    expect([first?.days, others]).toEqual([['2026-11-21', '2026-11-21'], before])
    // The first day of a month puts the one before the last together, once.
    await compile(SEED, ...days, day('2026-12-01', 2))
    expect(shards().map(({ file }) => file)).toEqual(expect.arrayContaining([0, 2, 3].map((n) => before[n]?.file)))
  })

  const BAD =
    '[{"title": "One", "summary": "A way."},\n{"title": "", "summary": "B"},\n{"title": "Three", "summary": "C"}]'
  it('keeps good records and counts the bad ones where asked', async () => {
    const file = source('days.json', BAD)
    const done = await compileCorpus({ root: '.', out, sources: [file], keepGoing: true })
    expect(done.ok && done.value.papers.map(({ title }) => title)).toEqual(['One', 'Three'])
    expect(done.ok && done.value.leftOut).toEqual([`${file}:2: paper 2: it has no title`])
  })

  it('compiles a corpus that was compiled before to the same papers', async () => {
    await compile()
    const again = await compileCorpus({ root: '.', out: join(home, 'again'), sources: [out] })
    expect(again.ok && again.value.papers).toEqual(seedPapers())
  })

  it('puts the newest votes first, then what was listed last, then what has no day', async () => {
    const day = (day: string, ...papers: readonly (readonly [id: string, votes: number | null])[]): string =>
      source(
        `hf-${day}.json`,
        JSON.stringify(
          papers.map(([id, upvotes]) => ({
            paper: {
              id: `2605.0000${id}`,
              title: `Paper ${id}`,
              summary: ABSTRACT,
              submittedOnDailyAt: `${day}T00:00:00Z`,
              upvotes,
            },
          })),
        ),
      )
    const old = source('page-2026-11-01.txt', `Paper 9\n${ABSTRACT}\n`)
    const done = await compile(
      old,
      day('2026-11-20', ['1', 50], ['4', 90]),
      day('2026-11-21', ['2', 3], ['3', 7], ['4', 1]),
    )
    expect(done.ok && done.value.papers.map(({ title, listed, votes }) => [title, listed, votes])).toEqual([
      ['Paper 3', '2026-11-21', 7],
      ['Paper 2', '2026-11-21', 3],
      ['Paper 4', '2026-11-20', 1],
      ['Paper 1', '2026-11-20', 50],
      ['Paper 9', undefined, undefined],
    ])
    expect(done.ok && done.value.merged).toMatchObject([{ line: 1, title: 'Paper 4', by: 'arXiv number' }])
    expect(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))).toMatchObject({
      shards: [
        { first: '2026-11-21', last: '2026-11-21' },
        { first: '2026-11-20', last: '2026-11-20' },
        { first: null, last: null },
      ],
      sources: [
        { dated: false, ranked: false, papers: 1 },
        { dated: true, ranked: true, papers: 2 },
        { dated: true, ranked: true, papers: 2 },
      ],
    })
    const again = await compileCorpus({ root: '.', out: join(home, 'again'), sources: [out] })
    expect(again.ok && again.value.papers).toEqual(
      done.ok &&
        done.value.papers
          .toSorted((a, b) => (b.votes ?? -1) - (a.votes ?? -1))
          .map((paper, rank) => ({ ...paper, rank })),
    )
  })

  it('keeps the ids of a title that changed', async () => {
    const entry = (title: string): string =>
      JSON.stringify([{ id: '2605.00001', title, summary: ABSTRACT, upvotes: 1 }])
    const done = await compile(source('a-2026-11-20.json', entry('One')), source('b-2026-11-21.json', entry('Two')))
    const state = Object.entries(contents(out)).find(([name]) => name.startsWith('state-'))?.[1] ?? ''
    expect(JSON.parse(state)).toEqual({ format: 1, aliases: { [paperId(titleKey('Two'))]: paperId(titleKey('One')) } })
    expect(done.ok && done.value.papers.map(({ id }) => id)).toEqual([paperId(titleKey('One'))])
  })

  it('says so where sources hold no paper at all', async () => {
    const file = source('quiet.json', '[]')
    expect(await compile(file)).toEqual({ ok: false, error: `${file}:1: no papers in any source` })
  })

  it('explains what it found', async () => {
    const said = await explainCorpus({ root: '.', sources: [SEED] })
    expect(said.ok && said.value).toMatch(/^22 {2}Zero Bubble Pipeline Parallelism\n {2}kind {4}method/m)
  })
})

describe('bad input leaves the corpus as it was', () => {
  it.each([
    ['a title without abstract', 'bad.txt', `One\n${ABSTRACT}\nTwo\n`, /bad\.txt:3: paper 2: "Two" has no abstract/],
    ['an empty file', 'bad.txt', '', /bad\.txt:1: .*empty/],
    ['a binary file', 'bad.png', new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0]), /bad\.png:3: not text/],
    ['another kind of file', 'bad.html', '<!doctype html><p>', /bad\.html:1: markup/],
    ['a list cut off', 'bad.json', '[{"title": "One", "summary": "Two', /bad\.json:1: paper 1: a text in it has no/],
    [
      'a record without title',
      'bad.json',
      '[{"title": "One", "summary": ""},\n{"summary": "Two"}]',
      /bad\.json:2: paper 2: it has no title/,
    ],
  ])('for %s', async (_, name, text, error) => {
    await compile(source('good.txt', `One\n${ABSTRACT}\n`))
    const before = contents(out)
    const done = await compile(SEED, source(name, text))
    expect(!done.ok && done.error).toMatch(error)
    expect(contents(out)).toEqual(before)
    expect(readdirSync(home).filter((entry) => entry.startsWith('.'))).toEqual([])
  })

  it('for a file that is not there, and writes nothing new', async () => {
    expect(await compile(join(home, 'none.txt'))).toEqual({
      ok: false,
      error: `${join(home, 'none.txt')}:1: there is no such file`,
    })
    expect(existsSync(out)).toBe(false)
  })

  it.each([
    ['topics.json', '[\n  {\n    "id": "a",\n  }\n]', /topics\.json:4: not JSON/],
    ['topics.json', '[\n{"id":"a","label":"A","words":{"a":1}},\n{"id":"B b"}\n]', /topics\.json:3: 1\./],
    ['sources/sources.json', '[{"file":"../x"}]', /sources\.json:1: 0\.file/],
    ['sources/sources.json', '[{"file":"x","name":"X","what":"","taken":"2026-11-22"}]', /lists x, which is not there/],
  ])('for a bad %s: %s', async (file, text, error) => {
    mkdirSync(join(home, 'data'))
    cpSync('data', join(home, 'data'), { recursive: true })
    writeFileSync(join(home, 'data', file), text)
    const done = await compileCorpus({ root: home, out, sources: [] })
    expect(!done.ok && done.error).toMatch(error)
  })

  it('for a directory that holds other things', async () => {
    mkdirSync(out)
    writeFileSync(join(out, 'mine.txt'), 'mine')
    expect((await compile()).ok).toBe(false)
    expect(contents(out)).toEqual({ 'mine.txt': 'mine' })
  })
})
