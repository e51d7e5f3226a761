/** What counts as new papers on the host. */
import { expect, it } from 'vitest'
import { countNews } from '../../../src/corpus/news.ts'

const here = { generation: '2026-11-22-a', papers: 198 }

it.each([
  ['the same page', '2026-11-22-a', 198, null],
  ['more papers', '2026-11-23-b', 210, 12],
  ['others in the place of some', '2026-11-23-b', 198, 0],
  ['fewer', '2026-11-23-b', 30, 0],
  ['the same day, put together anew', '2026-11-22-b', 199, 1],
  ['a host gone back', '2026-11-21-z', 500, null],
])('%s', (_, generation, papers, news) => {
  expect(countNews(here, { generation, papers })).toBe(news)
})
