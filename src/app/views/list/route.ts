/** A list that came by a link, among the views. */
import type { View } from '../view.ts'

export const list: View<'list'> = {
  slug: 'list',
  title: () => 'A list for you',
  load: () => Promise.resolve(),
  component: () => import('./ListView.svelte'),
}
