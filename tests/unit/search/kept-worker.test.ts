/** A worker that hangs, breaks or never starts: another goes on with what was asked, or the reader is told and can try again. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { describeCorpus } from '../../../src/search/corpus-info.ts'
import { KeptWorker } from '../../../src/search/kept-worker.ts'
import type { FromWorker, Question, ToWorker } from '../../../src/search/protocol.ts'
import { corpus } from '../../support/session.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const open: ToWorker = { kind: 'open', corpus: 'https://x/corpus/', cache: 'c' }
const ask = (id: number, question: Question = { kind: 'paper', id: 'p' }): ToWorker => ({ kind: 'ask', id, question })
const answer = (id: number): FromWorker => ({ kind: 'answer', id, answer: { kind: 'paper', value: { paper: null } } })
const loading: FromWorker = { kind: 'corpus', state: { kind: 'loading', loaded: 0, total: null } }
const info = describeCorpus(corpus('g', ['A']), 0, [])
const ready: FromWorker = { kind: 'corpus', state: { kind: 'ready', info, indexMs: 1 } }

/** What a worker in the hands of the test was told, and its mouth. */
class FakeWorker extends EventTarget {
  readonly sent: ToWorker[] = []
  terminated = false
  /** Whether it answers when it is asked for a sign of life. */
  lives = true
  postMessage(message: ToWorker): void {
    this.sent.push(message)
    const isSign = message.kind === 'ask' && message.id === 0
    if (isSign && this.lives) this.say({ kind: 'answer', id: 0, answer: { kind: 'requests', value: [] } })
  }
  terminate(): void {
    this.terminated = true
  }
  say(data: FromWorker): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
  fail(message?: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), message === undefined ? {} : { message }))
  }
  get told(): readonly ToWorker[] {
    return this.sent.filter((message) => message.kind !== 'ask' || message.id !== 0)
  }
}

/** A kept worker, all that ran under it, and what the window heard. */
function run({ hang = false } = {}) {
  const workers: FakeWorker[] = []
  const heard: FromWorker[] = []
  const lost: string[] = []
  const broken: boolean[] = []
  const kept = new KeptWorker((isBroken) => {
    broken.push(isBroken)
    const worker = new FakeWorker()
    worker.lives = !hang
    workers.push(worker)
    return { worker: worker, answers: worker }
  })
  kept.listen(
    (message) => heard.push(message),
    (reason) => lost.push(reason),
  )
  kept.postMessage(open)
  const last = (): FakeWorker => workers.at(-1) ?? new FakeWorker()
  return { kept, workers, heard, lost, broken, last }
}
const kinds = (messages: readonly (FromWorker | ToWorker)[]) => messages.map(({ kind }) => kind)

describe('a worker that works', () => {
  it('is told what the window says, and heard, and never replaced however long an answer takes', () => {
    const { kept, workers, heard, lost, last } = run()
    last().say(loading)
    last().say(ready)
    kept.postMessage(ask(1))
    vi.advanceTimersByTime(60_000)
    last().say(answer(1))
    expect(kinds(last().told)).toEqual(['open', 'ask'])
    expect(heard).toEqual([loading, ready, answer(1)])
    expect([workers.length, lost]).toEqual([1, []])
  })

  it('is left in peace once nothing is owed', () => {
    const { workers, last } = run({ hang: true })
    last().say(ready)
    vi.advanceTimersByTime(60_000)
    expect([workers.length, last().sent.length, vi.getTimerCount()]).toEqual([1, 1, 0])
  })
})

describe('a worker that hangs', () => {
  it('is replaced within four seconds by one that is told and asked the same', () => {
    const { kept, workers, heard, last } = run({ hang: true })
    last().say(loading)
    last().say(ready)
    kept.postMessage({ kind: 'own', papers: [] })
    kept.postMessage({ kind: 'meaning', on: true })
    kept.postMessage({ kind: 'meaning', on: false })
    kept.postMessage(ask(1))
    kept.postMessage(ask(2))
    last().say(answer(1))
    vi.advanceTimersByTime(4_100)
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false])
    expect(last().told).toEqual([open, { kind: 'own', papers: [] }, { kind: 'meaning', on: false }, ask(2)])
    workers[0]?.say(answer(2))
    expect(heard, 'late words of the old one').toEqual([loading, ready, answer(1)])
    for (const words of [loading, ready, answer(2)]) last().say(words)
    expect(heard, 'that papers are read again is no news').toEqual([loading, ready, answer(1), ready, answer(2)])
  })

  it('is replaced while it opens, reads or fetches, too', () => {
    const { kept, workers, last } = run({ hang: true })
    last().say(loading)
    vi.advanceTimersByTime(4_100)
    expect(workers).toHaveLength(2)
    last().say(ready)
    kept.postMessage({ kind: 'refresh' })
    vi.advanceTimersByTime(8_600)
    expect(workers).toHaveLength(3)
  })

  it('is given twice the time after each end', () => {
    const { workers, last } = run({ hang: true })
    const ends: number[] = []
    for (let half = 1; half <= 28; half++) {
      const before = workers.length
      last().say(loading)
      last().lives = false
      for (let quiet = 0; quiet < 100 && workers.length === before; quiet++) vi.advanceTimersByTime(500)
      ends.push(workers.length)
      if (workers.length === before) break
    }
    expect(ends).toEqual([2, 3, 4, 4])
  })

  it('over one question is not asked it a third time; the others are answered', () => {
    const { kept, workers, heard, last } = run({ hang: true })
    last().say(ready)
    kept.postMessage(ask(7))
    vi.advanceTimersByTime(4_100)
    last().say(ready)
    vi.advanceTimersByTime(8_600)
    expect(workers).toHaveLength(3)
    expect(last().told).toEqual([open])
    expect(heard.filter(({ kind }) => kind === 'refused')).toMatchObject([{ id: 7, problem: { kind: 'failed' } }])
  })
})

describe('a worker that throws', () => {
  it('is replaced at once, and the next is started knowing it', () => {
    const { kept, workers, lost, broken, last } = run()
    last().say(ready)
    kept.postMessage(ask(1))
    last().fail('boom')
    vi.advanceTimersByTime(0)
    expect([workers.length, lost]).toEqual([2, []])
    expect(last().told).toEqual([open, ask(1)])
    expect(broken).toEqual([false, true])
  })
})

describe('a worker that cannot start', () => {
  it('is tried four times; then the reader is told, questions are refused, and Try again begins anew', () => {
    const { kept, workers, heard, lost, last } = run()
    kept.postMessage(ask(1))
    for (let time = 0; time < 4; time++) {
      last().fail()
      vi.advanceTimersByTime(1_000)
    }
    expect([workers.length, lost]).toEqual([4, ['The search worker could not be started.']])
    kept.postMessage(ask(2))
    expect(heard).toMatchObject([
      { kind: 'refused', id: 1 },
      { kind: 'refused', id: 2 },
    ])
    vi.advanceTimersByTime(600_000)
    expect(workers).toHaveLength(4)
    kept.postMessage({ kind: 'refresh' })
    expect(workers).toHaveLength(5)
    last().say(ready)
    expect(heard.at(-1)).toEqual(ready)
  })

  it('since its script does not come is told after eight seconds, and tried again, with twice the time for a slow line', () => {
    const { kept, workers, heard, lost, broken, last } = run()
    kept.postMessage(ask(1))
    vi.advanceTimersByTime(7_500)
    expect([workers.length, lost]).toEqual([1, []])
    vi.advanceTimersByTime(600)
    expect([workers.length, lost]).toEqual([2, ['The search worker could not be started.']])
    expect(broken, 'a slow line is no damage').toEqual([false, false])
    expect(kinds(workers.flatMap(({ sent }) => sent)), 'no sign of life is asked of it').toEqual([
      'open',
      'ask',
      'open',
      'ask',
    ])
    vi.advanceTimersByTime(15_000)
    last().say(ready)
    last().say(answer(1))
    expect([workers.length, heard]).toEqual([2, [ready, answer(1)]])
  })
})
