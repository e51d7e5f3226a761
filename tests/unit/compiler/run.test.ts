import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { compileCorpus, explainCorpus } from '../../../src/compiler/run.ts'
import { readManifest } from '../../../src/corpus/manifest.ts'
import { decodeShard } from '../../../src/corpus/shard.ts'
import ids from '../../golden/ids.json' with { type: 'json' }
import { SEED, seedPapers, seedRaw } from '../../support/seed.ts'
import { ABSTRACT, contents, workshop } from '../../support/workshop.ts'

const here = workshop()

describe('npm run corpus', () => {
  it('writes what the loader reads: the 198 papers in page order, under their ids', async () => {
    expect((await here.compile()).ok).toBe(true)
    const files = contents(here.out)
    const manifest = readManifest(JSON.parse(files['manifest.json'] ?? ''))
    if (!manifest.ok) throw new Error(JSON.stringify(manifest.error))
    expect(manifest.value).toMatchObject({ taken: '2026-11-22', papers: 198, shards: [{ papers: 198 }] })
    expect(manifest.value.sources).toMatchObject([{ papers: 198, dated: false, ranked: false }])
    const shard = decodeShard(JSON.parse(files[manifest.value.shards[0]?.file ?? ''] ?? ''), 0)
    expect(shard).toEqual({ ok: true, value: seedPapers() })
    expect(shard.ok && shard.value.map(({ id }) => id)).toEqual(ids)
  })

  it('writes the same bytes each time, under names that change with them', async () => {
    await here.compile()
    const first = contents(here.out)
    await here.compile()
    expect(contents(here.out)).toEqual(first)
    await here.compile(here.source('a.txt', `One\n${ABSTRACT}\n`))
    expect(Object.keys(contents(here.out)).filter((name) => name.startsWith('papers-'))).not.toContain(
      Object.keys(first).find((name) => name.startsWith('papers-')),
    )
  })

  // Brotli at its best takes a second for each of the two.
  it('is at most 1.10 of the bare text, both in brotli 11, all files that the app fetches together', async () => {
    await here.compile()
    const packed = Object.entries(contents(here.out)).filter(([name]) => name.endsWith('.json'))
    const bytes = packed.reduce((sum, [, text]) => sum + brotliCompressSync(text).length, 0)
    const raw = seedRaw()
    const bare = [...raw.map(({ title }) => title), ...raw.map(({ abstract }) => abstract)].join('\n')
    expect(bytes / brotliCompressSync(bare).length).toBeLessThanOrEqual(1.1)
  }, 60_000)

  it('lists every paper for readers without script, and nothing of a paper is markup', async () => {
    await here.compile(here.source('a.txt', `<script>alert(1)</script> & "Co"\n${ABSTRACT}\n`))
    const page = readFileSync(join(here.out, 'papers.html'), 'utf8')
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Co&quot;')
    expect(page).not.toMatch(/<script|<style|style=|http:/)
    await here.compile()
    expect(readFileSync(join(here.out, 'papers.html'), 'utf8').match(/<article/g)).toHaveLength(198)
  })

  it('puts 2,000 papers into a shard', async () => {
    const many = Array.from({ length: 2001 }, (_, n) => `Title ${String(n)}\n${ABSTRACT}`).join('\n')
    await here.compile(here.source('many.txt', many))
    const manifest = readManifest(JSON.parse(readFileSync(join(here.out, 'manifest.json'), 'utf8')))
    expect(manifest.ok && manifest.value.shards.map(({ papers }) => papers)).toEqual([2000, 1])
  })

  const BAD =
    '[{"title": "One", "summary": "A way."},\n{"title": "", "summary": "B"},\n{"title": "Three", "summary": "C"}]'
  it('keeps good records and counts the bad ones where asked', async () => {
    const file = here.source('days.json', BAD)
    const done = await compileCorpus({ root: '.', out: here.out, sources: [file], keepGoing: true })
    expect(done.ok && done.value.papers.map(({ title }) => title)).toEqual(['One', 'Three'])
    expect(done.ok && done.value.leftOut).toEqual([`${file}:2: paper 2: it has no title`])
  })

  it('compiles a corpus that was compiled before to the same papers', async () => {
    await here.compile()
    const again = await compileCorpus({ root: '.', out: join(here.home, 'again'), sources: [here.out] })
    expect(again.ok && again.value.papers).toEqual(seedPapers())
  })

  it('says so where sources hold no paper at all', async () => {
    const file = here.source('quiet.json', '[]')
    expect(await here.compile(file)).toEqual({ ok: false, error: `${file}:1: no papers in any source` })
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
    await here.compile(here.source('good.txt', `One\n${ABSTRACT}\n`))
    const before = contents(here.out)
    const done = await here.compile(SEED, here.source(name, text))
    expect(!done.ok && done.error).toMatch(error)
    expect(contents(here.out)).toEqual(before)
    expect(readdirSync(here.home).filter((entry) => entry.startsWith('.'))).toEqual([])
  })

  it('for a file that is not there, and writes nothing new', async () => {
    expect(await here.compile(join(here.home, 'none.txt'))).toEqual({
      ok: false,
      error: `${join(here.home, 'none.txt')}:1: there is no such file`,
    })
    expect(existsSync(here.out)).toBe(false)
  })

  it.each([
    ['topics.json', '[\n  {\n    "id": "a",\n  }\n]', /topics\.json:4: not JSON/],
    [
      'synonyms.json',
      '[\n["llm", "language model"],\n["Kd", "distillation"]\n]',
      /synonyms\.json:3: "Kd" is not lower-case/,
    ],
    [
      'synonyms.json',
      '[\n["llm", "language model"],\n["lm", "language model"]\n]',
      /synonyms\.json:3: "language model" stands in the table twice/,
    ],
    ['synonyms.json', '[["llm"]]', /synonyms\.json:1: "llm" stands alone/],
    ['synonyms.json', '{"llm": "language model"}', /synonyms\.json:1: it is to be a list of groups/],
    ['topics.json', '[\n{"id":"a","label":"A","words":{"a":1}},\n{"id":"B b"}\n]', /topics\.json:3: 1\./],
    ['sources/sources.json', '[{"file":"../x"}]', /sources\.json:1: 0\.file/],
    ['sources/sources.json', '[{"file":"x","name":"X","what":"","taken":"2026-11-22"}]', /lists x, which is not there/],
  ])('for a bad %s: %s', async (file, text, error) => {
    mkdirSync(join(here.home, 'data'))
    cpSync('data', join(here.home, 'data'), { recursive: true })
    writeFileSync(join(here.home, 'data', file), text)
    const done = await compileCorpus({ root: here.home, out: here.out, sources: [] })
    expect(!done.ok && done.error).toMatch(error)
  })

  it('for a directory that holds other things', async () => {
    mkdirSync(here.out)
    writeFileSync(join(here.out, 'mine.txt'), 'mine')
    expect((await here.compile()).ok).toBe(false)
    expect(contents(here.out)).toEqual({ 'mine.txt': 'mine' })
  })
})
