/** What is photographed: views by their address, and the states of the host they are seen in. */
import type { BrowserContext } from 'playwright-core'

/** What the device and its host are like: papers there, still coming, not ours, out of reach, or the network cut after a visit. */
export const STATES = ['papers', 'loading', 'not-ours', 'unreachable', 'offline'] as const
export type State = (typeof STATES)[number]

/** A picture's name, and the address it shows; `{id}` stands for a paper of the corpus. */
export interface Scene {
  readonly name: string
  readonly hash: string
}

/** The main views, as the README and the install card show them. */
export const MAIN: readonly Scene[] = [
  { name: 'digest', hash: '#/' },
  { name: 'browse', hash: '#/browse?q=video+diffusion' },
  { name: 'paper', hash: '#/paper/{id}' },
]

/** Every view, and every view with nothing in it. */
export const ALL: readonly Scene[] = [
  ...MAIN,
  { name: 'editions', hash: '#/digest' },
  { name: 'no-edition', hash: '#/digest/2020-01-01' },
  { name: 'browse-all', hash: '#/browse' },
  { name: 'browse-filtered', hash: '#/browse?topic=mixture-of-experts&code=link' },
  { name: 'browse-nothing', hash: '#/browse?q=qqqqzzzz' },
  { name: 'paper-unknown', hash: '#/paper/no-such-paper?t=A+title+nobody+knows' },
  { name: 'saved', hash: '#/saved' },
  { name: 'saved-list', hash: '#/saved/to-read' },
  { name: 'saved-unknown', hash: '#/saved/no-such-list' },
  { name: 'draft', hash: '#/draft' },
  { name: 'bring', hash: '#/bring' },
  { name: 'bring-shared', hash: '#/bring?text=https%3A%2F%2Farxiv.org%2Fabs%2F2605.99999' },
  { name: 'settings', hash: '#/settings' },
  { name: 'unknown-address', hash: '#/no/such/page' },
]

const PORTAL = '<!doctype html><title>Log in</title><p>Please log in to this network.</p>'

/** Brings the host into a state, as the context's pages and workers see it. */
export async function bringAbout(state: State, context: BrowserContext): Promise<void> {
  if (state === 'loading') await context.route('**/corpus/**', () => new Promise<never>(() => undefined))
  if (state === 'not-ours') await context.route('**/corpus/**', (route) => route.fulfill({ status: 200, body: PORTAL }))
  if (state === 'unreachable') await context.route('**/corpus/**', (route) => route.abort())
}
