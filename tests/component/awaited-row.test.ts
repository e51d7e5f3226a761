import { render } from '@testing-library/svelte'
import { describe, expect, it, vi } from 'vitest'
import AwaitedRow from '../../src/app/components/AwaitedRow.svelte'
import { NO_CHOICES } from '../../src/app/routes.ts'
import { Search } from '../../src/app/state/search.svelte.ts'
import { ok } from '../../src/base/result.ts'
import type { Card, SearchAnswer, SearchRequest } from '../../src/search/protocol.ts'
import { paper } from '../support/papers.ts'

const TOTAL = 60
const FACETS = { topic: [], kind: [], code: [], is: [], list: [] }
const papers = Array.from({ length: TOTAL }, (_, rank) => paper({ rank }))

function answerAt({ offset, limit }: SearchRequest): SearchAnswer {
  const cards = papers
    .slice(offset, offset + limit)
    .map((one): Card => ({ paper: one, titleMarks: [], abstractMarks: [] }))
  return { stage: 'everything', corrections: [], meant: null, total: TOTAL, beyond: 0, facets: FACETS, cards }
}

/** Answers at once; remembers which slices were asked for. */
function createClient() {
  const slices: string[] = []
  const search = (request: SearchRequest) => Promise.resolve(ok(answerAt(request)))
  const slice = (request: SearchRequest) => {
    slices.push(`${request.text} ${request.offset}`)
    return search(request)
  }
  return { slices, search, slice }
}

describe('a row that has not been fetched', () => {
  it('asks for its slice, and asks again when it stands in the next list', async () => {
    const client = createClient()
    const search = new Search(client)
    await search.find({ ...NO_CHOICES, text: 'one' })
    render(AwaitedRow, { onshown: () => search.want(25) })
    await vi.waitFor(() => expect(search.cards[25]).toBeDefined())
    await search.find({ ...NO_CHOICES, text: 'two' })
    await vi.waitFor(() => expect(search.cards[25]).toBeDefined())
    expect(client.slices).toEqual(['one 20', 'two 20'])
  })
})
