/** The open paper among its neighbours, after a reload: the search it was opened from may come before the library. */
import { expect, it, vi } from 'vitest'
import { OpenPaper } from '../../src/app/state/paper.svelte.ts'
import { ok } from '../../src/base/result.ts'
import type { QueryLibrary } from '../../src/query/context.ts'
import type { SearchRequest } from '../../src/search/protocol.ts'
import { paper } from '../support/papers.ts'

const papers = ['One', 'Two', 'Three'].map((title, rank) => paper({ title, rank }))
const LIBRARY: QueryLibrary = { lists: [], searches: [], papersOf: () => ['one'], countable: () => [] }

it.each([
  ['words alone', '#/browse?q=pixels', false],
  ['a time of day', '#/browse?q=12%3A30', true],
  ['what is saved, typed', '#/browse?q=is%3Asaved', true],
  ['what is saved, ticked', '#/browse?is=saved', true],
  ['what was saved last', '#/browse?sort=saved', true],
])('a search for %s: %s waits for the library: %s', async (_, from, waits) => {
  const asked: SearchRequest[] = []
  const facets = { topic: [], kind: [], code: [], is: [], list: [] }
  const cards = papers.map((one) => ({ paper: one, titleMarks: [], abstractMarks: [] }))
  const client = {
    paper: () => Promise.resolve(ok({ paper: papers[1] ?? null })),
    slice: (request: SearchRequest) => {
      asked.push(request)
      return Promise.resolve(
        ok({ stage: 'everything' as const, corrections: [], meant: null, total: 3, beyond: 0, facets, cards }),
      )
    },
  }
  let read: () => void = () => undefined
  const library = { queries: null as QueryLibrary | null, ready: new Promise<void>((done) => (read = done)) }
  const open = new OpenPaper(client, library)
  await open.open('two', { from, at: 1, ids: null }, undefined)
  await new Promise((done) => setTimeout(done, 10))
  expect(asked).toHaveLength(waits ? 0 : 1)
  library.queries = LIBRARY
  read()
  await vi.waitFor(() =>
    expect(open.around).toMatchObject({ previous: { paper: papers[0] }, position: { at: 2, of: 3 } }),
  )
  expect(asked).toHaveLength(1)
})
