/** Many sources become one corpus: the same paper once, in one order, in shards that stay as days come. */
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileCorpus } from '../../../src/compiler/run.ts'
import { readManifest } from '../../../src/corpus/manifest.ts'
import { paperId, titleKey } from '../../../src/enrich/identity.ts'
import { arxivFeed, hfDaily } from '../../support/paper-hosts.ts'
import { SEED } from '../../support/seed.ts'
import { ABSTRACT, contents, workshop } from '../../support/workshop.ts'

const here = workshop()

describe('sources together', () => {
  it('merges a title that stands twice, also across sources, and says where', async () => {
    const one = here.source('a-2026-11-20.txt', `Zero Bubble\n${ABSTRACT}\nTwo\n${ABSTRACT}\n`)
    const two = here.source('b-2026-11-21.txt', `ZERO-bubble\n${ABSTRACT}\nThree\n${ABSTRACT}\n`)
    const done = await here.compile(one, two)
    expect(done.ok && done.value.papers.map(({ title }) => title)).toEqual(['Zero Bubble', 'Two', 'Three'])
    expect(done.ok && done.value.merged).toEqual([{ file: two, line: 1, title: 'ZERO-bubble', by: 'title' }])
    expect(JSON.parse(readFileSync(join(here.out, 'manifest.json'), 'utf8'))).toMatchObject({
      taken: '2026-11-21',
      papers: 3,
    })
  })

  it('names the days of one source once', async () => {
    const days = ['2026-11-20', '2026-11-21'].map((date) =>
      here.source(`hf-${date}.json`, hfDaily(date, [`Of ${date}`])),
    )
    const list = days.map((file, at) => ({
      file: basename(file),
      name: 'A host',
      what: '',
      taken: `2026-11-2${String(at)}`,
    }))
    writeFileSync(join(here.home, 'sources.json'), JSON.stringify(list))
    await here.compile(here.home)
    expect(JSON.parse(readFileSync(join(here.out, 'manifest.json'), 'utf8'))).toMatchObject({
      papers: 2,
      sources: [{ name: 'A host', taken: '2026-11-21', papers: 2, dated: true, ranked: true, daily: true }],
    })
  })

  it('tells sources that come day by day from pages and bibliographies', async () => {
    const entry = (title: string, published: string) =>
      `@article{a${title}, title={${title}}, date={${published}}, abstract={${ABSTRACT}}}\n`
    const daily = async (...files: readonly string[]) => {
      await here.compile(...files)
      const read = readManifest(JSON.parse(readFileSync(join(here.out, 'manifest.json'), 'utf8')))
      return read.ok && read.value.sources.map((source) => [source.dated, source.daily])
    }
    const feed = here.source('arxiv-2026-11-21.xml', arxivFeed({ '2611.00001': 'One', '2611.00002': 'Two' }))
    expect(await daily(feed)).toEqual([[true, true]])
    expect(await daily(here.source('b.bib', entry('One', '2026-11-20') + entry('Two', '2019-01-02')))).toEqual([
      [true, undefined],
    ])
    expect(await daily(here.source('c.bib', entry('One', '2026-11-20') + entry('Two', '2026')))).toEqual([
      [false, undefined],
    ])
    expect(await daily(here.source('page-2026-11-01.txt', `One\n${ABSTRACT}\nThree\n${ABSTRACT}\n`), feed)).toEqual([
      [false, undefined],
      [true, true],
    ])
  })

  it('leaves the shards of all other days as they were when a day comes', async () => {
    const day = (date: string, count: number) =>
      here.source(
        `hf-${date}.json`,
        hfDaily(
          date,
          Array.from({ length: count }, (_, n) => `Paper ${String(n)} of ${date}`),
        ),
      )
    const days = ['2026-09-29', '2026-09-30', '2026-10-01', '2026-11-20'].map((date) => day(date, 3))
    const shards = () => {
      const read = readManifest(JSON.parse(readFileSync(join(here.out, 'manifest.json'), 'utf8')))
      if (!read.ok) throw new Error(JSON.stringify(read.error))
      return read.value.shards.map(({ first, last, papers, file }) => ({ days: [first, last], papers, file }))
    }
    await here.compile(SEED, ...days)
    const before = shards()
    expect(before.map(({ days: both, papers }) => [...both, papers])).toEqual([
      ['2026-11-20', '2026-11-20', 3],
      ['2026-10-01', '2026-10-01', 3],
      ['2026-09-29', '2026-09-30', 6],
      [null, null, 198],
    ])
    await here.compile(SEED, ...days, day('2026-11-21', 2))
    const [first, ...others] = shards()
    expect([first?.days, others]).toEqual([['2026-11-21', '2026-11-21'], before])
    // The first day of a month puts the one before the last together, once.
    await here.compile(SEED, ...days, day('2026-12-01', 2))
    expect(shards().map(({ file }) => file)).toEqual(expect.arrayContaining([0, 2, 3].map((n) => before[n]?.file)))
  })

  it('puts the newest votes first, then what was listed last, then what has no day', async () => {
    const day = (day: string, ...papers: readonly (readonly [id: string, votes: number | null])[]): string =>
      here.source(
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
    const old = here.source('page-2026-11-01.txt', `Paper 9\n${ABSTRACT}\n`)
    const done = await here.compile(
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
    expect(JSON.parse(readFileSync(join(here.out, 'manifest.json'), 'utf8'))).toMatchObject({
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
    const again = await compileCorpus({ root: '.', out: join(here.home, 'again'), sources: [here.out] })
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
    const done = await here.compile(
      here.source('a-2026-11-20.json', entry('One')),
      here.source('b-2026-11-21.json', entry('Two')),
    )
    const state = Object.entries(contents(here.out)).find(([name]) => name.startsWith('state-'))?.[1] ?? ''
    expect(JSON.parse(state)).toEqual({ format: 1, aliases: { [paperId(titleKey('Two'))]: paperId(titleKey('One')) } })
    expect(done.ok && done.value.papers.map(({ id }) => id)).toEqual([paperId(titleKey('One'))])
  })
})
