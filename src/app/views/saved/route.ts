/** What the reader has saved, among the views. */
import type { View } from '../view.ts'

export const saved: View<'saved', Record<string, never>> = {
  slug: 'saved',
  title: () => 'Saved',
  load: () => Promise.resolve(),
  component: () => import('./SavedView.svelte'),
}
