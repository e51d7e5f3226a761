/** Paper: one paper, whole. */
import { withoutMathMarks } from '../../../text/mathematics.ts'
import type { View } from '../view.ts'

export const paper: View<'paper'> = {
  slug: 'paper',
  title: ({ title }, { paper: { state } }) =>
    withoutMathMarks(state.kind === 'shown' ? state.paper.title : (title ?? 'Paper')),
  load: ({ id }, { paper, router, search }) =>
    paper.open(
      id,
      router.visit.trail,
      search.cards.find((card) => card?.paper.id === id),
    ),
  component: () => import('./PaperView.svelte'),
}
