import { describe, expect, it, vi } from 'vitest'
import { ok } from '../../src/base/result.ts'
import { NOTHING_STATED } from '../../src/corpus/statements.ts'
import { contextOf, type Fact, type QueryLibrary } from '../../src/query/context.ts'
import { NO_CHOICES, type Choices } from '../../src/app/routes.ts'
import { Search } from '../../src/app/state/search.svelte.ts'
import type { CorpusState, SearchAnswer, SearchRequest } from '../../src/search/protocol.ts'
import { WHOLE } from '../support/whole.ts'

vi.mock(import('../../src/query/context.ts'), { spy: true })

const NO_FACETS = { topic: [], kind: [], code: [], is: [], list: [] }
const ONLY_SAVED: Choices = { ...NO_CHOICES, filters: { ...NO_CHOICES.filters, is: ['saved'] } }

const NEXT_CORPUS: Extract<CorpusState, { kind: 'ready' }> = {
  kind: 'ready',
  info: {
    ...{
      generation: 'next',
      taken: '2026-11-23',
      papers: 0,
      arrived: 0,
      extent: WHOLE,
      topics: [],
      stated: NOTHING_STATED,
      sources: [],
    },
    ...{ bytes: 0, from: 'network', kept: null },
  },
  indexMs: 0,
}

function libraryOf(saved: readonly string[]): QueryLibrary {
  const facts: readonly Fact[] = [{ name: 'is', value: 'saved', papers: saved }]
  return { lists: [], searches: [], papersOf: () => saved, countable: () => facts }
}

/** Answers when the test says so; `total` is what the context says is saved. */
function world() {
  const waiting: (() => void)[] = []
  const asked: SearchRequest[] = []
  let settle: () => void = () => undefined
  const library = {
    queries: null as QueryLibrary | null,
    ready: new Promise<void>((done) => (settle = done)),
  }
  const ask = (request: SearchRequest) => {
    asked.push(request)
    const saved = request.context?.facts[0]?.papers.length ?? 0
    const is = saved > 0 ? [{ value: 'saved', count: saved }] : []
    const answer: SearchAnswer = {
      ...{ stage: 'everything', corrections: [], meant: null, total: saved, beyond: 0, cards: [] },
      facets: { ...NO_FACETS, is },
    }
    return new Promise<ReturnType<typeof ok<SearchAnswer>>>((done) => waiting.push(() => done(ok(answer))))
  }
  const search = new Search({ search: ask, slice: ask }, library)
  return {
    ...{ search, asked },
    /** The library has been read, or has changed. */
    read: (saved: readonly string[]) => {
      library.queries = libraryOf(saved)
      settle()
      search.followLibrary()
    },
    answer: async () => {
      await vi.waitFor(() => expect(waiting).not.toEqual([]))
      for (const one of waiting.splice(0)) one()
    },
  }
}

describe('a library that changes while an answer is on its way', () => {
  it('is counted once the answer is there', async () => {
    const { search, read, answer } = world()
    void search.find({ ...NO_CHOICES })
    await Promise.resolve()
    read(['a', 'b'])
    await answer()
    await answer()
    await vi.waitFor(() => expect(search.found?.facets.is).toEqual([{ value: 'saved', count: 2 }]))
  })
})

describe('a question that waits for the library', () => {
  it('is not asked any more where the reader has asked for something else', async () => {
    const { search, asked, read, answer } = world()
    void search.find(ONLY_SAVED)
    const event = new Event('input')
    void search.type(NO_CHOICES, event)
    await answer()
    read(['a'])
    await answer()
    await vi.waitFor(() => expect(search.busy).toBe(false))
    expect(asked.map(({ filters }) => filters.is)).toEqual([[], []])
  })
})

describe('a question whose part of the language does not come', () => {
  it('ends as a problem, and is asked again with the next corpus', async () => {
    const { search, read, answer } = world()
    read([])
    vi.mocked(contextOf).mockImplementationOnce(() => {
      throw new Error('it did not arrive')
    })
    await search.find({ ...NO_CHOICES, text: 'is:saved' })
    expect([search.problem, search.busy]).toEqual([{ kind: 'failed', detail: 'it did not arrive' }, false])
    search.follow(NEXT_CORPUS)
    await answer()
    await vi.waitFor(() => expect([search.problem, search.found?.total]).toEqual([null, 0]))
  })
})

describe('papers that come in parts', () => {
  const coming = (papers: number, kind: 'fetching' | null): CorpusState => {
    const extent = { ...WHOLE, coming: kind && { kind } }
    return { ...NEXT_CORPUS, info: { ...NEXT_CORPUS.info, papers, extent } }
  }
  it('are asked about anew when all are here, not with each part', async () => {
    const { search, asked, answer } = world()
    search.follow(coming(1, 'fetching'))
    void search.find(NO_CHOICES)
    await answer()
    await vi.waitFor(() => expect(search.found).not.toBeNull())
    for (const state of [coming(2, 'fetching'), coming(3, 'fetching')]) search.follow(state)
    expect(asked).toHaveLength(1)
    for (const state of [coming(4, null), coming(4, null)]) search.follow(state)
    await answer()
    expect(asked).toHaveLength(2)
  })

  it('make the list another where more of it is asked for meanwhile', async () => {
    let total = 2
    let asked = 0
    const ask = () => {
      asked += 1
      const answer = {
        stage: 'everything',
        corrections: [],
        meant: null,
        total,
        beyond: 0,
        cards: [],
        facets: NO_FACETS,
      } as const
      return Promise.resolve(ok(answer))
    }
    const search = new Search({ search: ask, slice: ask })
    await search.find(NO_CHOICES)
    total = 3
    search.want(1)
    await vi.waitFor(() => expect([search.cards.length, search.busy]).toEqual([3, false]))
    expect(asked).toBe(3) // the list, more of it in vain, and the list anew
  })
})
