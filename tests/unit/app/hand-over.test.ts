/** What the share sheet is given, and what became of it. */
import { afterEach, expect, it, vi } from 'vitest'
import { shareLink } from '../../../src/app/hand-over.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

it('a link goes with its title in both places where apps look for one', async () => {
  const share = vi.fn(() => Promise.resolve())
  vi.stubGlobal('navigator', { share })
  expect(await shareLink('A paper', 'https://host.example/#/paper/x')).toBe('shared')
  expect(share).toHaveBeenCalledWith({ title: 'A paper', text: 'A paper', url: 'https://host.example/#/paper/x' })
})

it.each([
  ['AbortError', 'closed'],
  ['NotAllowedError', 'refused'],
])('%s: %s', async (name, outcome) => {
  vi.stubGlobal('navigator', { share: () => Promise.reject(new DOMException('', name)) })
  expect(await shareLink('A paper', 'https://host.example/')).toBe(outcome)
})
