/** The draft desk: what it asks the worker, and what it makes of the answers. */
import { beforeEach, describe, expect, it } from 'vitest'
import { ok, type Result } from '../../src/base/result.ts'
import type { Problem } from '../../src/corpus/problem.ts'
import type { PaperAnswer, SimilarAnswer } from '../../src/search/protocol.ts'
import { DraftDesk } from '../../src/app/state/draft-desk.svelte.ts'
import { missingFrom, namedEntries } from '../../src/app/state/bibliography.ts'
import { paperId, titleKey } from '../../src/enrich/identity.ts'
import { paper } from '../support/papers.ts'

const HERE = paper({ id: paperId(titleKey('Zero Bubble')), title: 'Zero Bubble' })
const NEAR = paper({ title: 'PipeDream' })
const DRAFT = 'We schedule pipelines without bubbles on many devices. It is fast.'

class Client {
  readonly asked: string[] = []
  answer: (text: string) => Result<SimilarAnswer, Problem> = () =>
    ok({ found: [{ paper: NEAR, terms: ['pipelines'] }], comparable: true, problem: null })
  similar = ({ title, abstract }: { title: string; abstract: string }) => {
    this.asked.push(title || abstract)
    return Promise.resolve(this.answer(abstract))
  }
  paper = (id: string): Promise<Result<PaperAnswer, Problem>> =>
    Promise.resolve(ok({ paper: id === HERE.id ? HERE : null }))
}

let client: Client
let desk: DraftDesk
beforeEach(() => {
  localStorage.clear()
  client = new Client()
  desk = new DraftDesk(client)
})

describe('a text', () => {
  it.each([
    ['nothing', '  ', 'empty'],
    ['too few words', 'Fast pipelines', 'short'],
    ['a sentence', DRAFT, 'near'],
  ])('%s', async (_, text, kind) => {
    await desk.put(text)
    expect(desk.answer.kind).toBe(kind)
    expect(desk.busy).toBe(false)
  })

  it('is asked about whole, then sentence by sentence', async () => {
    await desk.put(DRAFT)
    expect(client.asked).toEqual([DRAFT, 'We schedule pipelines without bubbles on many devices.', 'It is fast.'])
  })

  it('keeps papers from a sentence that share no word with it', async () => {
    client.answer = (text) =>
      ok({ found: [{ paper: NEAR, terms: text === 'It is fast.' ? [] : ['x'] }], comparable: true, problem: null })
    await desk.put(DRAFT)
    expect(desk.answer).toMatchObject({ sentences: [{ near: [{ paper: NEAR }] }, { near: [] }] })
  })

  it('of which no word is known has its own answer', async () => {
    client.answer = () => ok({ found: [], comparable: true, problem: null })
    await desk.put(DRAFT)
    expect(desk.answer.kind).toBe('unknown')
  })

  it('among papers without vectors is not said to be unknown', async () => {
    client.answer = () => ok({ found: [], comparable: false, problem: null })
    await desk.put(DRAFT)
    expect(desk.answer.kind).toBe('incomparable')
    expect(desk.text).toBe(DRAFT)
  })

  it('that cannot be compared says why, and is compared when tried again', async () => {
    const problem: Problem = { kind: 'not-ours', file: 'vectors.bin', detail: 'damaged vectors' }
    const sound = client.answer
    client.answer = () => ok({ found: [], comparable: false, problem })
    await desk.put(DRAFT)
    expect(desk.answer).toEqual({ kind: 'failed', problem })
    client.answer = sound
    await desk.retry()
    expect(desk.answer.kind).toBe('near')
  })

  it.each(['put', 'compared as a file'])(
    'that breaks the comparison says so, and can be tried again: %s',
    async (how) => {
      const sound = client.answer
      client.answer = () => {
        throw new Error('no such vector')
      }
      await (how === 'put' ? desk.put(DRAFT) : desk.compareFile(new File([BIB], 'refs.bib')))
      expect(desk.answer).toEqual({ kind: 'failed', problem: { kind: 'failed', detail: 'no such vector' } })
      expect(desk.busy).toBe(false)
      client.answer = sound
      await desk.retry()
      expect(desk.answer.kind).toBe(how === 'put' ? 'near' : 'cited')
    },
  )

  it('that breaks the comparison is silent where a later one has overtaken it', async () => {
    client.answer = () => {
      throw new Error('no such vector')
    }
    await Promise.all([desk.put(DRAFT), desk.put('')])
    expect(desk.answer.kind).toBe('empty')
  })

  it('is overtaken by a later one', async () => {
    const first = desk.put(DRAFT)
    await Promise.all([first, desk.put('')])
    expect(desk.answer.kind).toBe('empty')
    expect(client.asked.length).toBeLessThan(3)
  })

  it('survives the window until it is cleared', async () => {
    await desk.put(DRAFT)
    const next = new DraftDesk(client)
    await next.start()
    expect(next.text).toBe(DRAFT)
    expect(next.answer.kind).toBe('near')
    await next.put('')
    const last = new DraftDesk(client)
    await last.start()
    expect(last.text).toBe('')
  })

  it('ends where a draft is longer than any', async () => {
    await desk.put('word '.repeat(10_000))
    expect(desk.text.length).toBe(20_000)
  })
})

const BIB = `@misc{zb, title = {{Zero} {B}ubble}}
@misc{other, title = {Another}, abstract = {Text.}}
@misc{none, year = 2026}
@misc{broken, title = {A}`

describe('a bibliography', () => {
  it('is compared entry by entry: what is here, what is near, what was left out', async () => {
    await desk.compareFile(new File([BIB], 'refs.bib'))
    expect(desk.answer).toMatchObject({
      kind: 'cited',
      name: 'refs.bib',
      read: {
        faults: [
          { line: 3, what: 'none has no title' },
          { line: 4, what: 'no closing } after the field title' },
        ],
      },
      cited: [
        { entry: { key: 'zb', title: 'Zero Bubble' }, here: HERE, near: [{ paper: NEAR }] },
        { entry: { key: 'other', abstract: 'Text.' }, here: null },
      ],
    })
  })

  it('among papers without vectors still says what is here', async () => {
    client.answer = () => ok({ found: [], comparable: false, problem: null })
    await desk.compareFile(new File([BIB], 'refs.bib'))
    expect(desk.answer).toMatchObject({
      kind: 'cited',
      cited: [
        { here: HERE, near: null },
        { here: null, near: null },
      ],
    })
  })

  it('may be pasted', async () => {
    await desk.put(BIB)
    expect(desk.answer).toMatchObject({ kind: 'cited', name: 'the pasted text' })
  })

  it.each([
    ['no BibTeX', 'We prune.', { kind: 'no-entry' }],
    ['no text', new Uint8Array([64, 10, 0]), { kind: 'not-text', fault: { line: 2 } }],
    ['another encoding', new Uint8Array([64, 10, 10, 0xe9, 65]), { kind: 'not-text', fault: { line: 3 } }],
    ['too large', 'x'.repeat(10_000_001), { kind: 'too-large', bytes: 10_000_001 }],
  ])('is refused: %s', async (_, content, fault) => {
    await desk.compareFile(new File([content], 'refs.bib'))
    expect(desk.answer).toMatchObject({ kind: 'refused', name: 'refs.bib', fault })
  })

  it('of a thousand entries is compared up to five hundred', () => {
    const read = namedEntries(
      Array.from({ length: 1000 }, (_, n) => `@misc{k${String(n)}, title={T${String(n)}}}`).join('\n'),
    )
    expect(read).toMatchObject({ ok: true, value: { unread: 500 } })
  })

  it.each([
    ['signs that turn text around', '@misc{a, title={A}, b\u202ec = {', 'the field b c has no closing }'],
    ['control signs', '@misc{\u0007key, year=2026}', ' key has no title'],
    ['names without end', `@misc{${'k'.repeat(900)}, year=2026}`, `${'k'.repeat(400)}…`],
  ])('is said to be broken in a sentence fit to be shown: %s', (_, text, what) => {
    expect(namedEntries(text)).toMatchObject({ ok: true, value: { faults: [{ what }] } })
  })

  it('misses what several of its entries are near to', () => {
    const [a, b, c] = [paper({ title: 'A' }), paper({ title: 'B', rank: 1 }), paper({ title: 'C' })]
    const entry = { key: 'k', title: 'K', abstract: '' }
    const near = (...papers: (typeof a)[]) => papers.map((one) => ({ paper: one, terms: ['x'] }))
    const cited = [
      { entry, here: HERE, near: near(a) },
      { entry, here: null, near: near(HERE, b, c) },
      { entry, here: null, near: near(b, a) },
      { entry, here: null, near: near(b) },
    ]
    expect(missingFrom(cited, 8).map((one) => [one.paper.title, one.entries])).toEqual([
      ['B', 3],
      ['A', 2],
    ])
  })
})
