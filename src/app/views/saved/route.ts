/** What the reader has saved, among the views: `#/saved` the lists and searches, `#/saved/LIST` one of them. */
import { shelfName } from '../../saved-words.ts'
import type { View } from '../view.ts'

export const saved: View<'saved'> = {
  slug: 'saved',
  title: ({ list }, { library }) =>
    list === null ? 'Saved' : `${shelfName(library.snapshot, list) ?? 'No such list'} · Saved`,
  load: (_, { library }) => {
    library.start()
    return library.ready
  },
  component: () => import('./SavedView.svelte'),
}
