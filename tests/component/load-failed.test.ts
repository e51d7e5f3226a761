import { render, screen } from '@testing-library/svelte'
import { expect, it, vi } from 'vitest'
import LoadFailed from '../../src/app/components/LoadFailed.svelte'

it('says what happened, the next step and the detail, and retries', () => {
  const onretry = vi.fn<() => void>()
  render(LoadFailed, { problem: { kind: 'not-ours', file: 'manifest.json', detail: 'it is not JSON' }, onretry })
  const alert = screen.getByRole('alert')
  expect(alert.textContent).toContain('not the papers')
  expect(alert.textContent).toContain('sign in there first')
  expect(alert.textContent).toContain('manifest.json: it is not JSON')
  screen.getByRole('button', { name: 'Retry' }).click()
  expect(onretry).toHaveBeenCalledOnce()
})
