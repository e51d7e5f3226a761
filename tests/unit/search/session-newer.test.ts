/** A session that hears of a newer corpus: what it takes, what it tells, what it keeps. */
import { describe, expect, it } from 'vitest'
import { err, ok } from '../../../src/base/result.ts'
import { factsOfNewReader } from '../../../src/digest/facts.ts'
import { brief, broken, corpus, found, run, search, unreachable } from '../../support/session.ts'

describe('a newer corpus', () => {
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

  it('tells a reader who asks while it looks unasked that the host does not answer', async () => {
    const { session, said, open, settled } = run({
      open: () => Promise.resolve(ok(corpus('one', ['Alpha paper'], 'cache'))),
      refresh: () => {
        session.receive({ kind: 'refresh' })
        return Promise.resolve(err(unreachable))
      },
    })
    open()
    await settled()
    expect(brief(said).at(-1)).toBe('notice unreachable')
  })
})
