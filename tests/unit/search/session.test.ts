/** The session: what the window hears, in which order, whatever the corpus does. */
import { describe, expect, it } from 'vitest'
import { err, ok } from '../../../src/base/result.ts'
import type { LoadedCorpus } from '../../../src/corpus/load.ts'
import type { Problem } from '../../../src/corpus/problem.ts'
import type { Vectors } from '../../../src/search/open-vectors.ts'
import type { FromWorker, Question } from '../../../src/search/protocol.ts'
import { composeEdition, composePostscript } from '../../../src/digest/compose.ts'
import { factsOfNewReader } from '../../../src/digest/facts.ts'
import { Session, type SessionParts } from '../../../src/search/session.ts'
import { NO_FILTERS } from '../../../src/query/filters.ts'
import { paper } from '../../support/papers.ts'

const unreachable: Problem = { kind: 'unreachable', file: 'manifest.json' }
const broken: Problem = { kind: 'not-ours', file: 'manifest.json', detail: 'HTML' }

function corpus(generation: string, titles: readonly string[], from: 'cache' | 'network' = 'network'): LoadedCorpus {
  const file = { file: 'a.json', bytes: 10, sha256: 'a'.repeat(64) }
  const papers = titles.map((title, rank) => paper({ title, rank }))
  return {
    papers,
    from,
    aliases: new Map(),
    kept: Promise.resolve(true),
    manifest: {
      format: 1,
      generation,
      taken: '2026-11-22',
      papers: papers.length,
      state: file,
      shards: [{ ...file, papers: papers.length, first: null, last: null }],
      topics: [],
      sources: [],
    },
  }
}

const search = (text: string): Question => ({
  kind: 'search',
  request: { text, filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 10 },
})

/** A session, all it said so far, and a wait until it has said so many things. */
function run(parts: Partial<Pick<SessionParts, 'open' | 'refresh' | 'measure'>>) {
  const said: FromWorker[] = []
  const session = new Session({
    post: (message) => said.push(message),
    open: () => Promise.resolve(ok(corpus('one', ['Alpha paper', 'Beta paper']))),
    refresh: () => Promise.resolve(ok(null)),
    compose: composeEdition,
    composePostscript,
    measure: () => Promise.resolve(ok(null)),
    requests: () => [],
    now: () => 0,
    ...parts,
  })
  const open = (): void => {
    session.receive({ kind: 'open', corpus: 'https://x/', cache: 'c' })
  }
  // Turns, not milliseconds: on a busy machine a fixed time may end before the index is built.
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 40; turn++) await new Promise((done) => setTimeout(done))
  }
  return { session, said, open, settled }
}

const brief = (said: readonly FromWorker[]): readonly string[] =>
  said.map((message) => {
    if (message.kind === 'corpus')
      return 'info' in message.state && message.state.info.kept !== null ? 'kept' : message.state.kind
    if (message.kind === 'notice') return `notice ${message.problem?.kind ?? 'none'}`
    return `${message.kind} ${String(message.id)}`
  })

const found = (said: readonly FromWorker[], id: number): readonly string[] => {
  const message = said.find((one) => one.kind === 'answer' && one.id === id)
  if (message?.kind !== 'answer' || message.answer.kind !== 'search') throw new Error(`no search answer ${String(id)}`)
  return message.answer.value.cards.map((card) => card.paper.title)
}

const similar: Question = { kind: 'similar', text: paper({ title: 'Alpha paper' }), count: 8 }
const nearest: Vectors = {
  similar: ({ id }) => [{ paper: paper({ title: `Like ${id ?? ''}` }), terms: ['paper'] }],
  pulls: { rank: () => [], shared: () => [] },
}
const likenesses = (said: readonly FromWorker[]): readonly string[] =>
  said.flatMap((message) => {
    if (message.kind !== 'answer' || message.answer.kind !== 'similar') return []
    const { found, problem } = message.answer.value
    return [problem?.kind ?? found.map((one) => one.paper.title).join()]
  })

describe('similar papers', () => {
  it('are told before the index is built, once their vectors are here', async () => {
    const { session, said, open, settled } = run({ measure: () => Promise.resolve(ok(nearest)) })
    session.receive({ kind: 'ask', id: 1, question: similar })
    open()
    await settled()
    expect(likenesses(said)).toEqual(['Like alpha-paper'])
    expect(brief(said).indexOf('answer 1')).toBeLessThan(brief(said).indexOf('ready'))
  })
  it('are none where the corpus has no vectors', async () => {
    const { session, said, open, settled } = run({})
    session.receive({ kind: 'ask', id: 1, question: similar })
    open()
    await settled()
    expect(likenesses(said)).toEqual([''])
    const answer = said.find(({ kind }) => kind === 'answer')
    expect(answer).toMatchObject({ answer: { value: { comparable: false, problem: null } } })
  })
  it.each([
    ['damaged', () => Promise.resolve(err(broken)), 'not-ours'],
    ['out of reach', () => Promise.resolve(err(unreachable)), 'unreachable'],
    ['lost with their code', () => Promise.reject(new Error('no such file')), 'failed'],
  ])(
    'are a problem where their vectors are %s; papers and search go on, and the next question tries again',
    async (_, fails, kind) => {
      let tries = 0
      const measure: SessionParts['measure'] = () => (tries++ === 0 ? fails() : Promise.resolve(ok(nearest)))
      const { session, said, open, settled } = run({ measure })
      open()
      session.receive({ kind: 'ask', id: 1, question: similar })
      session.receive({ kind: 'ask', id: 2, question: search('beta') })
      await settled()
      session.receive({ kind: 'ask', id: 3, question: similar })
      await settled()
      expect(found(said, 2)).toEqual(['Beta paper'])
      expect(likenesses(said)).toEqual([kind, 'Like alpha-paper'])
      expect(tries).toBe(2)
    },
  )
})

describe('a session', () => {
  it('can be read before it can be searched', async () => {
    const { session, said, open, settled } = run({})
    open()
    session.receive({ kind: 'ask', id: 1, question: search('beta') })
    session.receive({ kind: 'ask', id: 2, question: { kind: 'edition', facts: factsOfNewReader('2026-11-22') } })
    session.receive({ kind: 'ask', id: 3, question: { kind: 'paper', id: 'alpha-paper' } })
    await settled()
    expect(brief(said)).toEqual(['loading', 'readable', 'answer 2', 'answer 3', 'ready', 'answer 1', 'kept'])
    expect(found(said, 1)).toEqual(['Beta paper'])
  })

  it('knows a paper by an id that it had before', async () => {
    const renamed = { ...corpus('one', ['Alpha paper']), aliases: new Map([['first-title', 'alpha-paper']]) }
    const { session, said, open, settled } = run({ open: () => Promise.resolve(ok(renamed)) })
    open()
    session.receive({ kind: 'ask', id: 1, question: { kind: 'paper', id: 'first-title' } })
    await settled()
    expect(said).toContainEqual(
      expect.objectContaining({ id: 1, answer: { kind: 'paper', value: { paper: renamed.papers[0] } } }),
    )
  })

  it('counts what saved searches find, before the index is built', async () => {
    const { session, said, open, settled } = run({})
    const context = { facts: [{ name: 'is', value: 'done', papers: ['alpha-paper'] }], searches: [] } as const
    const queries = ['paper', 'title:beta', 'paper -is:done', 'gamma', 'kind:poem']
    session.receive({ kind: 'ask', id: 1, question: { kind: 'matches', queries, context } })
    open()
    await settled()
    expect(brief(said).slice(0, 4)).toEqual(['loading', 'readable', 'answer 1', 'ready'])
    const both = ['alpha-paper', 'beta-paper']
    const papers = [both, ['beta-paper'], ['beta-paper'], [], []]
    expect(said[2]).toMatchObject({ answer: { kind: 'matches', value: { papers } } })
  })

  it.each([
    ['one', ['Beta paper', 'Gamma paper', 'Alpha paper'], ['beta-paper', 'gamma-paper']],
    ['two', ['Beta paper', 'Gamma paper', 'Alpha paper'], ['gamma-paper']],
    ['three', ['Beta paper', 'Gamma paper', 'Alpha paper'], []],
    ['of another start', ['Beta paper', 'Gamma paper', 'Alpha paper'], []],
  ])('tells what arrived since generation %s', async (since, titles, expected) => {
    const newer = [corpus('two', ['Alpha paper', 'Beta paper']), corpus('three', titles)]
    const { session, said, open, settled } = run({
      open: () => Promise.resolve(ok(corpus('one', ['Alpha paper']))),
      refresh: () => Promise.resolve(ok(newer.shift() ?? null)),
    })
    open()
    await settled()
    session.receive({ kind: 'refresh' })
    await settled()
    session.receive({ kind: 'refresh' })
    await settled()
    const facts = factsOfNewReader('2026-11-22')
    session.receive({ kind: 'ask', id: 1, question: { kind: 'postscript', facts, since } })
    const message = said.at(-1)
    if (message?.kind !== 'answer' || message.answer.kind !== 'postscript') throw new Error('no postscript')
    expect(message.answer.value.entries.map((entry) => entry.paper.id).sort()).toEqual(expected)
  })

  it('passes over what is not one of our messages', () => {
    const { session, said } = run({})
    for (const data of [null, 'open', 7, {}, { kind: 'other' }, [1]]) session.receive(data)
    expect(said).toEqual([])
  })

  it('refuses what waits and what comes when there is no corpus, and tries again when told to', async () => {
    let tries = 0
    const { session, said, open, settled } = run({
      open: () => Promise.resolve((tries += 1) === 1 ? err(unreachable) : ok(corpus('one', ['Alpha paper']))),
    })
    session.receive({ kind: 'ask', id: 1, question: search('alpha') })
    open()
    await settled()
    session.receive({ kind: 'ask', id: 2, question: { kind: 'paper', id: 'alpha-paper' } })
    session.receive({ kind: 'refresh' })
    session.receive({ kind: 'ask', id: 3, question: search('alpha') })
    await settled()
    expect(brief(said)).toEqual([
      ...['loading', 'failed', 'refused 1', 'refused 2'],
      ...['loading', 'readable', 'ready', 'answer 3', 'kept'],
    ])
  })

  it('takes a newer corpus whole, and answers from the old one until then', async () => {
    const { session, said, open, settled } = run({
      open: () => Promise.resolve(ok(corpus('one', ['Alpha paper'], 'cache'))),
      refresh: async () => {
        await new Promise((done) => setTimeout(done, 5))
        return ok(corpus('two', ['Gamma paper']))
      },
    })
    open()
    session.receive({ kind: 'ask', id: 1, question: search('paper') })
    await settled()
    session.receive({ kind: 'ask', id: 2, question: search('paper') })
    expect([found(said, 1), found(said, 2)]).toEqual([['Alpha paper'], ['Gamma paper']])
    const first = ['loading', 'readable', 'ready', 'answer 1', 'kept']
    expect(brief(said)).toEqual([...first, 'ready', 'kept', 'notice none', 'answer 2'])
  })

  it('counts the papers of a newer corpus that were not here before', async () => {
    const newer = [['Alpha paper', 'Beta paper', 'Gamma paper'], ['Gamma paper'], ['Alpha paper', 'Delta paper']]
    const { session, said, open, settled } = run({
      open: () => Promise.resolve(ok(corpus('one', ['Alpha paper']))),
      refresh: () => {
        const titles = newer.shift()
        return Promise.resolve(ok(titles ? corpus(`${String(newer.length)} left`, titles) : null))
      },
    })
    open()
    await settled()
    for (let look = 0; look < 3; look++) {
      session.receive({ kind: 'refresh' })
      await settled()
    }
    const ready = said.flatMap((one) => (one.kind === 'corpus' && one.state.kind === 'ready' ? [one.state.info] : []))
    expect(ready.filter(({ kept }) => kept === null).map(({ arrived }) => arrived)).toEqual([0, 2, 0, 1])
  })

  it.each([
    { why: 'unasked', problem: unreachable, hears: 'notice none' },
    { why: 'unasked', problem: broken, hears: 'notice not-ours' },
    { why: 'asked', problem: unreachable, hears: 'notice unreachable' },
    { why: 'asked', problem: broken, hears: 'notice not-ours' },
  ])('keeps the last good corpus when a look for newer papers, $why, ends in $problem.kind', async (row) => {
    const { session, said, open, settled } = run({
      open: () => Promise.resolve(ok(corpus('one', ['Alpha paper'], row.why === 'asked' ? 'network' : 'cache'))),
      refresh: () => Promise.resolve(err(row.problem)),
    })
    open()
    await settled()
    if (row.why === 'asked') session.receive({ kind: 'refresh' })
    await settled()
    session.receive({ kind: 'ask', id: 1, question: search('alpha') })
    expect(brief(said).slice(-2)).toEqual([row.hears, 'answer 1'])
  })

  it('tells of a bug instead of waiting for ever', async () => {
    const { session, said, open, settled } = run({ open: () => Promise.reject(new Error('boom')) })
    open()
    session.receive({ kind: 'ask', id: 1, question: search('alpha') })
    await settled()
    expect(brief(said)).toEqual(['loading', 'failed', 'refused 1'])
    session.report(new Error('elsewhere'))
    expect(said.at(-1)).toEqual({ kind: 'notice', problem: { kind: 'failed', detail: 'elsewhere' } })
  })
})
