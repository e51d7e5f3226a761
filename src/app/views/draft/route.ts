/** Draft desk: the papers nearest to a text or a bibliography of the reader's own. */
import type { View } from '../view.ts'

export const draft: View<'draft', Record<string, never>> = {
  slug: 'draft',
  title: () => 'Draft desk',
  load: async (_, { client }) => (await import('../../state/draft-desk.svelte.ts')).openDesk(client).start(),
  component: () => import('./DraftView.svelte'),
}
