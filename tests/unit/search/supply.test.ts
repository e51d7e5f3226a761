/** A large corpus in a session: what can be asked while it comes, and what the window hears of that. */
import { describe, expect, it } from 'vitest'
import { err, ok } from '../../../src/base/result.ts'
import type { LoadedCorpus } from '../../../src/corpus/load.ts'
import { factsOfNewReader } from '../../../src/digest/facts.ts'
import type { FromWorker } from '../../../src/search/protocol.ts'
import type { SessionParts } from '../../../src/search/session-parts.ts'
import { brief, corpus, found, run, search, unreachable } from '../../support/session.ts'

/** So many of three papers, by their first letters. */
const part = (titles: string, over: Partial<LoadedCorpus> = {}): LoadedCorpus => {
  const loaded = corpus(
    'one',
    titles.split('').map((letter) => `${letter}lpha paper`),
    'cache',
  )
  return { ...loaded, whole: { ...loaded.manifest, papers: 3 }, wanted: 3, ...over }
}
/** Gives one corpus after the other, then nothing. */
const steps = (...given: readonly (LoadedCorpus | 'cut')[]): SessionParts['adjust'] => {
  const left = [...given]
  return () => {
    const next = left.shift() ?? null
    return Promise.resolve(next === 'cut' ? err(unreachable) : ok(next))
  }
}
const told = (said: readonly FromWorker[]): readonly string[] =>
  said.flatMap((one) => {
    if (one.kind !== 'corpus' || !('info' in one.state)) return []
    const { papers, extent, kept } = one.state.info
    return [`${String(papers)} of ${String(extent.of)} ${extent.coming?.kind ?? 'all'} ${String(kept)}`]
  })

describe('papers that come in parts', () => {
  it('are searched as they come, and known as kept when all are', async () => {
    const { session, said, open, settled } = run({
      open: () => Promise.resolve(ok(part('A', { from: 'network' }))),
      adjust: steps(part('AB'), part('ABC')),
    })
    open()
    session.receive({ kind: 'ask', id: 1, question: search('alpha') })
    session.receive({ kind: 'ask', id: 2, question: { kind: 'edition', facts: factsOfNewReader('2026-11-22') } })
    await settled()
    session.receive({ kind: 'ask', id: 3, question: search('blpha') })
    expect(found(said, 1)).toEqual(['Alpha paper'])
    expect(found(said, 3)).toEqual(['Blpha paper'])
    const parts = ['1 of 3 fetching null', '1 of 3 fetching null', '2 of 3 fetching null']
    expect(told(said)).toEqual([...parts, '3 of 3 all null', '3 of 3 all true'])
    expect(brief(said).indexOf('answer 2')).toBeLessThan(brief(said).indexOf('ready'))
  })

  it('are read whole from this device before what asks all of them is answered', async () => {
    const { session, said, open, settled } = run({
      open: () => Promise.resolve(ok(part('A', { unread: true }))),
      adjust: steps(part('AB', { unread: true }), part('ABC')),
      refresh: () => Promise.resolve(err(unreachable)),
    })
    const missing = { kind: 'paper', id: 'clpha-paper' } as const
    open()
    for (const [id, question] of [
      [1, { kind: 'matches', queries: ['paper'] }],
      [2, missing],
      [3, { kind: 'paper', id: 'alpha-paper' }],
    ] as const)
      session.receive({ kind: 'ask', id, question })
    await settled()
    expect(said.find((one) => one.kind === 'answer' && one.id === 1)).toMatchObject({
      answer: { value: { papers: [['alpha-paper', 'blpha-paper', 'clpha-paper']] } },
    })
    expect(said.find((one) => one.kind === 'answer' && one.id === 2)).toMatchObject({
      answer: { value: { paper: { id: 'clpha-paper' } } },
    })
    expect(brief(said).indexOf('answer 3')).toBeLessThan(brief(said).indexOf('ready'))
    expect(brief(said).lastIndexOf('notice none')).toBeGreaterThan(brief(said).indexOf('answer 1'))
  })

  it('are as many as came where the rest is cut off, and what waited is answered', async () => {
    const { session, said, open, settled } = run({
      open: () => Promise.resolve(ok(part('A', { unread: true }))),
      adjust: steps('cut', 'cut', part('ABC')),
    })
    open()
    session.receive({ kind: 'ask', id: 1, question: { kind: 'matches', queries: ['paper'] } })
    await settled()
    expect(told(said).at(-1)).toBe('1 of 3 stopped true')
    expect(said.find((one) => one.kind === 'answer')).toMatchObject({
      answer: { value: { papers: [['alpha-paper']] } },
    })
    session.receive({ kind: 'refresh' })
    await settled()
    expect(told(said).at(-1)).toBe('3 of 3 all true')
  })

  it('are not taken where there is no room for them', async () => {
    const { said, open, settled } = run({
      open: () => Promise.resolve(ok(part('A'))),
      adjust: steps(part('AB', { kept: Promise.resolve(false) })),
    })
    open()
    await settled()
    expect(told(said).at(-1)).toBe('1 of 3 stopped true')
  })

  it('are none of them new', async () => {
    const { said, open, settled } = run({
      open: () => Promise.resolve(ok(part('A'))),
      adjust: steps(part('AB'), part('ABC')),
    })
    open()
    await settled()
    expect(said.flatMap((one) => (one.kind === 'corpus' && 'info' in one.state ? one.state.info.arrived : []))).toEqual(
      told(said).map(() => 0),
    )
  })
})

describe('a choice', () => {
  it('is handed on once, also while papers come', async () => {
    const chosen: unknown[] = []
    const left = [part('A'), part('AB'), part('A')]
    const { session, said, open, settled } = run({
      open: () => Promise.resolve(ok(part('A', { wanted: 1 }))),
      adjust: (_, __, reach) => {
        chosen.push(reach)
        if (chosen.length === 2) session.receive({ kind: 'reach', reach: 'newest' })
        return Promise.resolve(ok(reach === null ? null : (left[chosen.length - 1] ?? null)))
      },
    })
    open()
    await settled()
    chosen.length = 0
    session.receive({ kind: 'reach', reach: 'everything' })
    await settled()
    expect(chosen).toEqual(['everything', null, 'newest', null])
    expect(told(said).at(-1)).toMatch(/^1 of 3/)
  })
})
