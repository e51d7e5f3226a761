/** The session: what the window hears, in which order, whatever the corpus does. */
import { describe, expect, it, vi } from 'vitest'
import { err, ok } from '../../../src/base/result.ts'
import { composeEdition } from '../../../src/digest/compose.ts'
import { createByMeaning } from '../../../src/search/by-meaning.ts'
import { pageOf } from '../../../src/search/corpus-info.ts'
import type { Vectors } from '../../../src/search/open-vectors.ts'
import type { FromWorker, Question } from '../../../src/search/protocol.ts'
import { factsOfNewReader } from '../../../src/digest/facts.ts'
import type { SessionParts } from '../../../src/search/session-parts.ts'
import { paper } from '../../support/papers.ts'
import { brief, broken, corpus, found, run, search, unreachable } from '../../support/session.ts'

const similar: Question = { kind: 'similar', text: paper({ title: 'Alpha paper' }), count: 8 }
const nearest: Vectors = {
  similar: ({ id }) => [{ paper: paper({ title: `Like ${id ?? ''}` }), terms: ['paper'] }],
  pulls: { rank: () => [], shared: () => [] },
  meaning: () => Promise.resolve(createByMeaning({ words: null, around: () => [['beta-paper', 0.9]] })),
}
const likenesses = (said: readonly FromWorker[]): readonly string[] =>
  said.flatMap((message) => {
    if (message.kind !== 'answer' || message.answer.kind !== 'similar') return []
    const { found, problem } = message.answer.value
    return [problem?.kind ?? found.map((one) => one.paper.title).join()]
  })

describe('search by meaning', () => {
  const meant = corpus('one', ['Alpha paper', 'Beta paper'])
  const words = { file: 'words.bin', bytes: 5, sha256: 'a'.repeat(64) }
  const world = { ...meant, manifest: { ...meant.manifest, words } }
  const opened = { open: () => Promise.resolve(ok(world)), measure: () => Promise.resolve(ok(nearest)) }
  const here = (said: readonly FromWorker[]) =>
    said.flatMap((message) =>
      message.kind === 'corpus' && message.state.kind === 'ready' ? [message.state.info.meaning?.here] : [],
    )

  it('adds to the answers once its files are here, and tells the window', async () => {
    const { session, said, open, settled } = run(opened)
    open()
    await vi.waitFor(() => expect(here(said).at(-1)).toBe(true), 5_000)
    expect(here(said)[0]).toBe(false)
    session.receive({ kind: 'ask', id: 1, question: search('alpha') })
    await settled()
    expect(found(said, 1)).toEqual(['Alpha paper', 'Beta paper'])
  })
  it('is switched off and on by the reader', async () => {
    const { session, said, open, settled } = run(opened)
    open()
    await vi.waitFor(() => expect(here(said).at(-1)).toBe(true), 5_000)
    session.receive({ kind: 'meaning', on: false })
    await settled()
    session.receive({ kind: 'ask', id: 1, question: search('alpha') })
    await settled()
    expect([found(said, 1), here(said).at(-1)]).toEqual([['Alpha paper'], false])
    session.receive({ kind: 'meaning', on: true })
    await settled()
    expect(here(said).at(-1)).toBe(true)
  })
  it('leaves answers to words where it is off from the start, or its files do not come', async () => {
    for (const [meaning, measure] of [
      [false, opened.measure],
      [true, () => Promise.resolve(err(unreachable))],
    ] as const) {
      const { session, said, settled } = run({ ...opened, measure })
      session.receive({ kind: 'open', corpus: 'https://x/', cache: 'c', meaning })
      await new Promise((done) => setTimeout(done, 600)) // it begins 400 ms after the papers
      session.receive({ kind: 'ask', id: 1, question: search('alpha') })
      await settled()
      expect([found(said, 1), here(said).includes(true)]).toEqual([['Alpha paper'], false])
    }
  })
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

  it('looks whether all is well once it can search, in code that may not come', async () => {
    const whole = { checked: 1, of: 1, faults: [] }
    const asked: unknown[] = []
    const check: SessionParts['check'] = ({ subject, patience }, { place, papers }) => {
      asked.push([subject, patience, place.url, papers.length])
      return subject === 'files' ? Promise.reject(new Error('lost')) : Promise.resolve({ kind: 'check', value: whole })
    }
    const { session, said, open, settled } = run({ check })
    open()
    session.receive({ kind: 'ask', id: 1, question: { kind: 'check', subject: 'titles', patience: 9 } })
    session.receive({ kind: 'ask', id: 2, question: { kind: 'check', subject: 'files', patience: 8 } })
    await settled()
    expect(brief(said)).toEqual(['loading', 'readable', 'ready', 'answer 1', 'refused 2', 'kept'])
    expect(asked).toEqual([
      ['titles', 9, 'https://x/', 2],
      ['files', 8, 'https://x/', 2],
    ])
    expect(said).toContainEqual({ kind: 'answer', id: 1, answer: { kind: 'check', value: whole } })
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

  it('answers what comes while it puts saved searches to many papers', async () => {
    const many = corpus(
      'one',
      Array.from({ length: 1_500 }, (_, at) => `Paper ${String(at)} ${at % 7 ? 'red' : 'blue'}`),
    )
    const { session, said, open, settled } = run({ open: () => Promise.resolve(ok(many)) })
    const searches = ['red', 'blue'].map((query) => ({ id: query, name: query, query }))
    const facts = { ...factsOfNewReader('2026-11-22'), searches }
    open()
    await vi.waitFor(() => expect(brief(said)).toContain('ready'), 30_000)
    session.receive({ kind: 'ask', id: 1, question: { kind: 'matches', queries: ['red', 'blue'] } })
    session.receive({ kind: 'ask', id: 2, question: { kind: 'edition', facts } })
    await Promise.resolve()
    session.receive({ kind: 'ask', id: 3, question: { kind: 'requests' } })
    await settled()
    expect(brief(said).filter((what) => what.startsWith('answer'))).toEqual(['answer 3', 'answer 1', 'answer 2'])
    const answers = said.flatMap((message) => (message.kind === 'answer' ? [message.answer] : []))
    expect(answers[1]).toMatchObject({ value: { papers: [{ length: 1_285 }, { length: 215 }] } })
    const edition = composeEdition(pageOf(many, null), facts)
    expect(answers[2]).toEqual({ kind: 'edition', value: { edition } })
  })

  it('hands what the reader brings, with the papers that are here, to the code for it', async () => {
    const links = [{ url: 'https://example.org', title: '' }]
    const bring: SessionParts['bring'] = (question, here) =>
      question.kind === 'find'
        ? Promise.resolve({ kind: 'find', value: { papers: here.papers } })
        : Promise.reject(new Error('no such file'))
    const { session, said, open, settled } = run({ bring })
    session.receive({ kind: 'ask', id: 1, question: { kind: 'find', links } })
    session.receive({ kind: 'ask', id: 2, question: { kind: 'read', files: [] } })
    open()
    await settled()
    expect(said.find((one) => one.kind === 'answer')).toMatchObject({ answer: { value: { papers: [{}, {}] } } })
    expect(brief(said)).toContain('refused 2')
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
