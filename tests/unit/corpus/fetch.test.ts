/** One file over the network: whole, or a reason; never longer than it should be, and never waited for in silence. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fetchBytes } from '../../../src/corpus/fetch.ts'

const STALL = 100
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What comes of an answer for a file of at most ten bytes, and how many came with each step. */
async function fetched(answer: (init?: RequestInit) => Response | Promise<Response>) {
  const steps: number[] = []
  const asked: unknown[] = []
  const fetch = (input: unknown, init?: RequestInit): Promise<Response> => {
    asked.push(input, init?.cache, init?.redirect)
    const aborted = new Promise<never>((_, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
    })
    return Promise.race([Promise.resolve(answer(init)), aborted])
  }
  const environment = { fetch: fetch as typeof globalThis.fetch, stall: STALL }
  const result = await fetchBytes('https://a.example/x', 'x', 10, (bytes) => steps.push(bytes), environment)
  return { result: result.ok ? new TextDecoder().decode(result.value) : result.error, steps, asked }
}

/** A body whose pieces come one after another, each after so many milliseconds. */
function inPieces(pieces: readonly string[], wait: number, init?: RequestInit): Response {
  const body = new ReadableStream<Uint8Array>({
    async pull(stream) {
      const piece = pieces[0]
      if (piece === undefined) {
        stream.close()
        return
      }
      pieces = pieces.slice(1)
      await new Promise((resolve) => setTimeout(resolve, wait))
      stream.enqueue(new TextEncoder().encode(piece))
    },
    start(stream) {
      init?.signal?.addEventListener('abort', () => stream.error(new DOMException('aborted', 'AbortError')))
    },
  })
  return new Response(body)
}
const settled = async <Value>(work: Promise<Value>): Promise<Value> => {
  await vi.runAllTimersAsync()
  return work
}

describe('a file', () => {
  it('comes past every cache, and leads nowhere else', async () => {
    const { result, steps, asked } = await fetched(() => new Response('0123456789'))
    expect([result, steps]).toEqual(['0123456789', [10]])
    expect(asked).toEqual(['https://a.example/x', 'no-store', 'manual'])
    expect(vi.getTimerCount(), 'nothing is waited for any more').toBe(0)
  })

  it('that comes slowly is waited for as long as something comes', async () => {
    const slow = await settled(fetched((init) => inPieces(['ab', 'cd', 'ef', 'gh'], 0.9 * STALL, init)))
    expect([slow.result, slow.steps]).toEqual(['abcdefgh', [2, 2, 2, 2]])
  })

  it('of nothing is of no length', async () => {
    expect(await fetched(() => new Response(null))).toMatchObject({ result: '', steps: [] })
  })

  const redirected = Object.defineProperty(new Response('x'), 'redirected', { value: true })
  const opaque = Object.defineProperty(new Response(''), 'type', { value: 'opaqueredirect' })
  it.each<[string, (init?: RequestInit) => Response | Promise<Response>, object, readonly number[]]>([
    ['that is longer than it should be', () => new Response('0123456789a'), { kind: 'not-ours', file: 'x', detail: 'longer than the 10 bytes it should have' }, []],
    ['that grows longer', (init) => inPieces(['0123456789', 'a', 'b'], 1, init), { kind: 'not-ours', file: 'x', detail: 'longer than the 10 bytes it should have' }, [10]],
    ['behind a redirect', () => opaque, { kind: 'not-ours', file: 'x', detail: 'the answer was a redirect' }, []],
    ['behind one that was followed', () => redirected, { kind: 'not-ours', file: 'x', detail: 'the answer was a redirect' }, []],
    ['that is not there', () => new Response('', { status: 404 }), { kind: 'http-status', file: 'x', status: 404 }, []],
    ['of which a part comes', () => new Response('a', { status: 206 }), { kind: 'http-status', file: 'x', status: 206 }, []],
    ['of a host that is silent', () => new Promise(() => undefined), { kind: 'unreachable', file: 'x' }, []],
    ['that stops coming', (init) => inPieces(['ab', 'cd'], 1.1 * STALL, init), { kind: 'unreachable', file: 'x' }, []],
    ['of no host', () => Promise.reject(new TypeError('failed')), { kind: 'unreachable', file: 'x' }, []],
  ])('%s is refused', async (_, answer, problem, steps) => {
    expect(await settled(fetched(answer))).toMatchObject({ result: problem, steps })
    expect(vi.getTimerCount()).toBe(0)
  }) // prettier-ignore
})
