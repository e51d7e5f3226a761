/** How well what stands on the page serves the judged queries: the built app in a Chromium, its first ten cards read. */
import type { Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { withApp } from '../support/built-app.ts'
import type { Host } from '../support/host.ts'
import { answered, results, searchBox } from '../support/on-page.ts'
import { scoreRelevance, type Scores } from '../support/relevance.ts'
import { seedPapers } from '../support/seed.ts'
import { kept, type Part } from './part.ts'
import { readQueries } from './queries.ts'

/** What is asked of a kind of query. */
const ASKED: Readonly<Record<string, Partial<Scores>>> = {
  a_name: { first: 0.95 },
  b_paraphrase: { first: 0.6, five: 0.85 },
  c_typo: { first: 0.95 },
  ALL: { mrr: 0.9, ndcg: 0.85 },
}
const NAMES = { queries: 'queries', first: 'first', five: 'in five', mrr: 'MRR', ndcg: 'nDCG@10' } as const
const MEASURES = ['first', 'five', 'mrr', 'ndcg'] as const
/** A virtual list draws what is in view. */
const ALL_IN_VIEW = { width: 1280, height: 6_000 } as const
const SHOWN = 10

export const relevancePage: Part = {
  name: 'relevance-page',
  run: async () => {
    const rankings = await withApp(readRankings)
    const scores = scoreRelevance((query) => rankings.get(query) ?? [])
    return [
      {
        title: 'Judged queries, read from the page',
        columns: ['kind', 'queries', ...MEASURES.map((measure) => NAMES[measure]), 'asked', 'kept'],
        rows: [...scores].map(([kind, mean]) => [
          kind,
          mean.queries,
          ...MEASURES.map((measure) => mean[measure]),
          ...promise(mean, ASKED[kind] ?? {}),
        ]),
        note: 'the first ten cards of Browse, each query typed into its box with search by meaning on; scored by score.mjs of tests/golden/relevance; asked: at least so much',
      },
    ]
  },
}

function promise(mean: Scores, asked: Partial<Scores>): readonly [asked: string, kept: string] {
  const wanted = MEASURES.flatMap((measure) => {
    const least = asked[measure]
    return least === undefined ? [] : [{ measure, least }]
  })
  if (wanted.length === 0) return ['', '']
  return [
    wanted.map(({ measure, least }) => `${NAMES[measure]} ${least}`).join(', '),
    kept(wanted.every(({ measure, least }) => mean[measure] >= least)),
  ]
}

/** The papers of each query in the order of their cards, by their number in the source. */
async function readRankings({ url }: Host): Promise<ReadonlyMap<string, readonly number[]>> {
  const numbers = new Map(seedPapers().map(({ id, rank }) => [id, rank]))
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: ALL_IN_VIEW })
    await page.goto(`${url}#/settings`)
    await page.getByText(/^On: its table of words is on this device/).waitFor()
    await page.goto(`${url}#/browse`)
    const rankings = new Map<string, readonly number[]>()
    for (const { query } of readQueries()) {
      await searchBox(page).fill(query)
      await answered(page)
      rankings.set(
        query,
        (await readCards(page)).map((id) => numbers.get(id) ?? -1),
      )
    }
    return rankings
  } finally {
    await browser.close()
  }
}

/** The ids of the first cards, once all of them are drawn. */
async function readCards(page: Page): Promise<readonly string[]> {
  const cards = results(page)
  if ((await cards.count()) === 0) return []
  const found = Number(await cards.first().getAttribute('aria-setsize'))
  await cards
    .nth(Math.min(found, SHOWN) - 1)
    .getByRole('heading')
    .waitFor()
  const rows = await cards.evaluateAll((items) =>
    items.map((item) => ({
      at: Number(item.getAttribute('aria-posinset')),
      id: /#\/paper\/(\w+)/.exec(item.querySelector('h2 a')?.getAttribute('href') ?? '')?.[1] ?? '',
    })),
  )
  return rows
    .filter(({ at }) => at <= SHOWN)
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id)
}
