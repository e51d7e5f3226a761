/** What saved searches find, where the code of the query language does not come: nothing is said that is not so. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { AppState } from '../../src/app/state/app.ts'
import { queryLibraryOf } from '../../src/app/state/query-library.ts'
import { openingOf, SearchCounts } from '../../src/app/state/search-counts.svelte.ts'
import { seenPapers } from '../../src/app/state/seen-papers.ts'
import { ok } from '../../src/base/result.ts'
import { contextOf } from '../../src/query/context.ts'
import { openSample, samplePaper } from '../support/library.ts'

vi.mock(import('../../src/query/context.ts'), { spy: true })
afterEach(() => {
  vi.restoreAllMocks()
})

const SEARCH = { kind: 'search', id: 's', data: { name: 'S', query: 'is:saved', order: 1 } } as const

/** A library with a search that asks it, and a worker that finds p1. */
async function world(arrives: boolean) {
  const library = await openSample()
  await library.write([SEARCH, { kind: 'shown', id: 'p1', data: { day: '2026-11-20' } }])
  if (!arrives)
    vi.mocked(contextOf).mockImplementation(() => {
      throw new TypeError('Failed to fetch')
    })
  const { snapshot } = library
  const app = {
    client: {
      matches: (queries: readonly string[]) => Promise.resolve(ok({ papers: queries.map(() => ['p1']) })),
      paper: () => Promise.resolve(ok({ paper: samplePaper(1) })),
    },
    corpus: { info: { generation: 'one' } },
    today: { day: '2026-11-22' },
    library: { snapshot, queries: queryLibraryOf(snapshot, () => 0) },
  } as unknown as AppState
  library.close()
  return { app, snapshot }
}

const SECTION = { kind: 'search', search: { id: 's', name: 'S' }, entries: [], unseen: 1, seen: 1 } as const
const OPENING = { generation: 'one', day: '2026-11-22', found: ['p1'] }

describe.each([true, false])('a search that asks the library (the code comes: %s)', (arrives) => {
  it('has a count, or none yet', async () => {
    const { app, snapshot } = await world(arrives)
    const counts = new SearchCounts(app)
    await counts.count(snapshot.searches)
    expect(counts.found.get('s')).toEqual(arrives ? OPENING : undefined)
  })
  it('is kept with what it finds, or without', async () => {
    const { app } = await world(arrives)
    expect(await openingOf(app, 'is:saved')).toEqual(arrives ? OPENING : null)
  })
  it('shows the papers of its section that were seen, or none', async () => {
    const { app } = await world(arrives)
    expect(await seenPapers(app, SECTION, '2026-11-22')).toHaveLength(arrives ? 1 : 0)
  })
})
