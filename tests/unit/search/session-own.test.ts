/** The reader's own papers in a session: found with the rest, in no edition's page. */
import { describe, expect, it } from 'vitest'
import { ok } from '../../../src/base/result.ts'
import { factsOfNewReader } from '../../../src/digest/facts.ts'
import { paper } from '../../support/papers.ts'
import { corpus, found, run, search } from '../../support/session.ts'

const mine = (title: string, more = {}) => paper({ title, ...more })

describe('own papers', () => {
  it.each([
    ['before the corpus is here', 'before'],
    ['when the search is ready', 'after'],
  ])('are found with the rest, handed over %s', async (_, when) => {
    const { session, said, open, settled } = run({})
    const own = { kind: 'own', papers: [mine('My paper')] }
    if (when === 'before') session.receive(own)
    open()
    await settled()
    if (when === 'after') session.receive(own)
    session.receive({ kind: 'ask', id: 1, question: search('paper') })
    session.receive({ kind: 'ask', id: 2, question: { kind: 'paper', id: 'my-paper' } })
    session.receive({ kind: 'ask', id: 3, question: { kind: 'matches', queries: ['my'] } })
    session.receive({ kind: 'ask', id: 4, question: { kind: 'edition', facts: factsOfNewReader('2026-11-22') } })
    await settled()
    expect(found(said, 1)).toEqual(['Alpha paper', 'Beta paper', 'My paper'])
    const answers = new Map(said.flatMap((one) => (one.kind === 'answer' ? [[one.id, one.answer]] : [])))
    expect(answers.get(2)).toMatchObject({ kind: 'paper', value: { paper: { title: 'My paper', rank: 2 } } })
    expect(answers.get(3)).toMatchObject({ kind: 'matches', value: { papers: [['my-paper']] } })
    expect(JSON.stringify(answers.get(4))).not.toContain('My paper')
  })

  it.each(['before', 'after'])('make known what they alone state, handed over %s the corpus', async (when) => {
    const { session, said, open, settled } = run({})
    const own = { kind: 'own', papers: [mine('My paper', { authors: ['Jane Doe'] })] }
    if (when === 'before') session.receive(own)
    open()
    await settled()
    if (when === 'after') session.receive(own)
    session.receive({ kind: 'ask', id: 1, question: search('author:doe ') })
    expect(found(said, 1)).toEqual(['My paper'])
    const states = said.flatMap((one) => (one.kind === 'corpus' && one.state.kind === 'ready' ? [one.state.info] : []))
    expect(states.at(-1)?.stated.authors).toBe(true)
    session.receive({ kind: 'own', papers: [] })
    session.receive({ kind: 'ask', id: 2, question: search('author:doe ') })
    expect(found(said, 2)).toEqual(['Alpha paper', 'Beta paper'])
  })

  it('are found no more when they are gone', async () => {
    const { session, said, open, settled } = run({})
    open()
    session.receive({ kind: 'own', papers: [mine('My paper'), mine('Your paper')] })
    await settled()
    session.receive({ kind: 'own', papers: [mine('Your paper')] })
    session.receive({ kind: 'ask', id: 1, question: search('my') })
    session.receive({ kind: 'ask', id: 2, question: search('your') })
    expect([found(said, 1), found(said, 2)]).toEqual([[], ['Your paper']])
  })

  it.each([
    ['id', mine('Beta paper')],
    ['arXiv number', mine('Other words', { arxiv: '2605.00001' })],
    ['DOI', mine('Other words', { doi: '10.1/x' })],
    ['earlier id', mine('First title')],
  ])('stand aside for a paper of the corpus with the same %s', async (_, own) => {
    const given = corpus('one', ['Alpha paper', 'Beta paper'])
    const numbered = given.papers.map((one) =>
      one.id === 'beta-paper' ? { ...one, arxiv: '2605.00001', doi: '10.1/x' } : one,
    )
    const aliases = new Map([['first-title', 'beta-paper']])
    const { session, said, open, settled } = run({
      open: () => Promise.resolve(ok({ ...given, papers: numbered, aliases })),
    })
    session.receive({ kind: 'own', papers: [own] })
    open()
    await settled()
    session.receive({ kind: 'ask', id: 1, question: search('') })
    expect(found(said, 1)).toEqual(['Alpha paper', 'Beta paper'])
  })
})
