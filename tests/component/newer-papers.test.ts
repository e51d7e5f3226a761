import { expect, it, vi } from 'vitest'
import { goOnOnline, lookOnReturn } from '../../src/app/state/newer-papers.ts'
import type { CorpusInfo } from '../../src/search/protocol.ts'
import { WHOLE } from '../support/whole.ts'

it('newer papers are looked for on return to the page, at most once an hour', () => {
  const refresh = vi.fn()
  let minutes = 0
  lookOnReturn({ refresh }, () => new Date(minutes * 60_000))
  const looks = [10, 59, 61, 90, 122].map((at) => {
    minutes = at
    document.dispatchEvent(new Event('visibilitychange'))
    return refresh.mock.calls.length
  })
  expect(looks).toEqual([0, 0, 1, 1, 2])
  expect(refresh).toHaveBeenCalledWith('unasked')
})

it('the rest of the papers is fetched when the connection is back, where it was cut off', () => {
  const refresh = vi.fn()
  const corpus: { info: Pick<CorpusInfo, 'extent'> | null } = { info: null }
  goOnOnline({ refresh }, corpus)
  const calls = [null, { kind: 'fetching' } as const, { kind: 'stopped', problem: { kind: 'no-room' } } as const].map(
    (coming) => {
      corpus.info = { extent: { ...WHOLE, coming } }
      dispatchEvent(new Event('online'))
      return refresh.mock.calls.length
    },
  )
  expect(calls).toEqual([0, 0, 1])
})
