/** The answer to an address that shows nothing. */
import type { View } from '../view.ts'

export const unknown: View<'unknown'> = {
  slug: 'unknown',
  title: () => 'No such page',
  load: () => Promise.resolve(),
  component: () => import('./UnknownView.svelte'),
}
