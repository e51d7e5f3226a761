/** Paper: one paper, whole. */
import type { View } from '../view.ts'

export const paper: View<'paper'> = {
  slug: 'paper',
  title: ({ title }) => title ?? 'Paper',
  load: () => Promise.resolve(),
  component: () => import('./PaperView.svelte'),
}
