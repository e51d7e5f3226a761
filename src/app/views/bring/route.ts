/** Bring papers: the reader's own, from files, text and links, and what another app shares. */
import type { View } from '../view.ts'

export const bring: View<'bring', Record<string, never>> = {
  slug: 'bring',
  title: () => 'Bring papers',
  load: async (route, { client, library, router }) => {
    const { openBringing } = await import('../../state/bringing.svelte.ts')
    library.start()
    if (route.shared === null) return
    const here = await openBringing(client, library).takeShared(route.shared)
    // Who shares a paper that is here wants to see it, as long as they have not gone elsewhere.
    if (here && router.visit.route === route) router.replace({ kind: 'paper', id: here.id, title: null }, null)
  },
  component: () => import('./BringView.svelte'),
}
