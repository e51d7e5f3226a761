/** The client: each promise settles once, and no search is answered with what an earlier one asked. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSearchClient, type SearchPort } from '../../../src/search/client.ts'
import { describeCorpus } from '../../../src/search/corpus-info.ts'
import { NO_FILTERS } from '../../../src/query/filters.ts'
import type { CorpusState, FromWorker, SearchRequest, ToWorker } from '../../../src/search/protocol.ts'
import { corpus } from '../../support/session.ts'

/** A worker in the hands of the test. */
function fakeWorker() {
  const sent: ToWorker[] = []
  let ends: Parameters<SearchPort['listen']> | null = null
  const port: SearchPort = {
    postMessage: (message) => sent.push(message),
    listen: (...given) => (ends = given),
  }
  return { port, sent, say: (data: FromWorker) => ends?.[0](data), lose: (reason: string) => ends?.[1](reason) }
}

const request = (text: string): SearchRequest => ({ text, filters: NO_FILTERS, sort: 'page', offset: 0, limit: 1 })
const place = { corpus: 'https://x/corpus/', cache: 'c' }

/** Answers a search with its own words as the only correction, so that a test sees whose answer it is. */
function answerTo(message: ToWorker): FromWorker | null {
  if (message.kind !== 'ask' || message.question.kind !== 'search') return null
  const corrections = [{ typed: message.question.request.text, read: '' }]
  const value = {
    stage: 'all-words',
    corrections,
    meant: null,
    total: 0,
    beyond: 0,
    facets: { topic: [], kind: [], code: [], is: [], list: [] },
    cards: [],
  } as const
  return { kind: 'answer', id: message.id, answer: { kind: 'search', value } }
}

async function outcome(search: ReturnType<ReturnType<typeof createSearchClient>['search']>): Promise<string> {
  const reply = await search
  return reply.ok ? (reply.value.corrections[0]?.typed ?? '') : reply.error.kind
}

describe('the search client', () => {
  it('opens the corpus at once', () => {
    const { port, sent } = fakeWorker()
    createSearchClient(port, place)
    expect(sent).toEqual([{ kind: 'open', ...place }])
  })

  it('has one search under way and one waiting, however many are asked', async () => {
    const { port, sent, say } = fakeWorker()
    const client = createSearchClient(port, place)
    const outcomes = ['d', 'di', 'dif', 'diff'].map((text) => outcome(client.search(request(text))))
    const asked = () => sent.flatMap((message) => answerTo(message) ?? [])
    expect(asked()).toHaveLength(1)
    asked().forEach(say)
    await Promise.resolve()
    await new Promise((done) => setTimeout(done))
    expect(asked()).toHaveLength(2)
    asked().slice(1).forEach(say)
    expect(await Promise.all(outcomes)).toEqual(['superseded', 'superseded', 'superseded', 'diff'])
  })

  it('answers every slice, and lets none take the place of a search', async () => {
    const { port, sent, say } = fakeWorker()
    const client = createSearchClient(port, place)
    const outcomes = [client.search(request('0')), client.slice(request('1')), client.slice(request('2'))].map(outcome)
    sent.flatMap((message) => answerTo(message) ?? []).forEach(say)
    expect(await Promise.all(outcomes)).toEqual(['0', '1', '2'])
  })

  it('never gives a stale answer, and leaves no search unsettled, in any order of things', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constant('type'), fc.constant('answer'), fc.constant('refuse')), { maxLength: 30 }),
        async (steps) => {
          const { port, sent, say } = fakeWorker()
          const client = createSearchClient(port, place)
          const typed: string[] = []
          const outcomes: Promise<string>[] = []
          let answered = 0
          const answerNext = (refuse: boolean): void => {
            const asked = sent.flatMap((message) => answerTo(message) ?? [])
            const next = asked[answered]
            if (next?.kind !== 'answer') return
            answered += 1
            say(refuse ? { kind: 'refused', id: next.id, problem: { kind: 'failed', detail: '' } } : next)
          }
          for (const step of steps) {
            if (step === 'type') {
              typed.push(String(typed.length))
              outcomes.push(outcome(client.search(request(typed.at(-1) ?? ''))))
            } else answerNext(step === 'refuse')
            await Promise.resolve()
          }
          for (let rest = 0; rest < 3; rest++) {
            answerNext(false)
            await new Promise((done) => setImmediate(done))
          }
          const all = await Promise.all(outcomes)
          for (const [at, what] of all.entries()) expect([typed[at], 'superseded', 'failed']).toContain(what)
          if (all.length > 0) expect(all.at(-1)).not.toBe('superseded')
        },
      ),
      { numRuns: 60 },
    )
  })

  it('says that it failed, and settles all, where the worker cannot start', async () => {
    const { port, lose } = fakeWorker()
    const client = createSearchClient(port, place)
    const states: CorpusState[] = []
    client.onCorpus((state) => states.push(state))
    const waiting = [outcome(client.search(request('x'))), client.paper('id').then((reply) => reply.ok)]
    lose('gone')
    expect(await Promise.all(waiting)).toEqual(['failed', false])
    expect(states.map((state) => state.kind)).toEqual(['loading', 'failed'])
  })

  it('keeps the papers when the worker is lost later, and says so', () => {
    const { port, say, lose } = fakeWorker()
    const client = createSearchClient(port, place)
    const states: string[] = []
    const notices: (string | null)[] = []
    client.onCorpus((state) => states.push(state.kind))
    client.onNotice((problem) => notices.push(problem?.kind === 'failed' ? problem.detail : null))
    say({ kind: 'corpus', state: { kind: 'ready', info: describeCorpus(corpus('g', ['A']), 0, []), indexMs: 1 } })
    lose('boom')
    expect([states, notices]).toEqual([
      ['loading', 'ready'],
      [null, 'boom'],
    ])
  })

  it('tells a late listener the present state, and none that has left', () => {
    const { port, say } = fakeWorker()
    const client = createSearchClient(port, place)
    say({ kind: 'corpus', state: { kind: 'loading', loaded: 5, total: 10 } })
    const seen: CorpusState[] = []
    const stop = client.onCorpus((state) => seen.push(state))
    stop()
    say({ kind: 'corpus', state: { kind: 'loading', loaded: 9, total: 10 } })
    expect(seen).toEqual([{ kind: 'loading', loaded: 5, total: 10 }])
  })
})
