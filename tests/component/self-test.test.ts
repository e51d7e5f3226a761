/** A run of the self-test: checks side by side, none waited for longer than the limit, and no fault that ends the others. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ok } from '../../src/base/result.ts'
import { withRequests } from '../../src/base/request-log.ts'
import type { Checks } from '../../src/app/state/self-checks.ts'
import { SelfTest } from '../../src/app/state/self-test.svelte.ts'

const whole = { checked: 2, of: 2, faults: [] }
const damaged = { ...whole, faults: ['x'] }
const never = () => new Promise<never>(() => undefined)
let told: readonly string[] | null = null
const checks: Checks = {
  app: () => Promise.resolve(whole),
  papers: () => Promise.resolve(ok(whole)),
  search: () => Promise.resolve(ok(whole)),
  library: () => Promise.resolve({ disk: ok(true), records: 0, copies: null }),
  storage: () => Promise.resolve('kept'),
  network: async (others) => {
    await others.done
    told = others.failed()
    return { log: withRequests(null, []), home: 'host.example', lacking: [] }
  },
}
const marks = ({ rows }: SelfTest): string =>
  rows.map(({ verdict }) => (verdict ? (verdict.ok ? '✓' : '✗') : '…')).join('')

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the self-test', () => {
  it.each<[what: string, over: Partial<Checks>, marks: string, failed: readonly string[]]>([
    ['all is well', {}, '✓✓✓✓✓✓', []],
    ['something is damaged', { papers: () => Promise.resolve(ok(damaged)) }, '✓✗✓✓✓✓', ['papers']],
    ['nobody is there to answer', { app: () => Promise.resolve(null) }, '✗✓✓✓✓✓', ['app']],
    ['a bug', { library: () => Promise.reject(new Error('a bug')) }, '✓✓✓✗✓✓', ['library']],
    ['silence', { search: never, storage: never }, '✓✓✗✓✗✓', ['search', 'storage']],
  ])('where %s', async (_, over, expected, failed) => {
    const test = new SelfTest({ ...checks, ...over })
    const run = test.run()
    expect([marks(test), test.running, test.done]).toEqual(['……'.repeat(3), true, null])
    await vi.advanceTimersByTimeAsync(3_000)
    await run
    expect([marks(test), test.running]).toEqual([expected, false])
    expect(test.done?.judged.map(({ part }) => part)).toEqual(test.rows.map(({ part }) => part))
    expect(test.done?.milliseconds).toBeLessThanOrEqual(3_000)
    if (!('search' in over)) expect(told).toEqual(failed)
  })
  it('says of silence how long it was waited for', async () => {
    const test = new SelfTest({ ...checks, network: never })
    void test.run()
    await vi.advanceTimersByTimeAsync(2_990)
    expect(marks(test)).toBe('✓✓✓✓✓…')
    await vi.advanceTimersByTimeAsync(10)
    expect(test.rows.at(-1)?.verdict?.what).toBe('It did not answer within 3 s.')
  })
  it('runs once at a time, and anew', async () => {
    const app = vi.fn(checks.app)
    const test = new SelfTest({ ...checks, app })
    const [first] = [test.run(), test.run()]
    await first
    expect(app).toHaveBeenCalledTimes(1)
    await test.run()
    expect([app.mock.calls.length, marks(test)]).toEqual([2, '✓✓✓✓✓✓'])
  })
})
