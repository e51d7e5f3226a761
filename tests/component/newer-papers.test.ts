import { expect, it, vi } from 'vitest'
import { lookOnReturn } from '../../src/app/state/newer-papers.ts'

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
