/** Browse: search over the whole corpus, with filters. */
import type { View } from '../view.ts'

export const browse: View<'browse', Record<string, never>> = {
  slug: 'browse',
  title: ({ choices }) => (choices.text.trim() === '' ? 'Browse' : `${choices.text.trim()} · Browse`),
  load: ({ choices }, { search, router }) => search.find(choices, router.visit.place?.item?.index),
  component: () => import('./BrowseView.svelte'),
}
