/** The digest among the views: `#/` today's edition, `#/digest` the editions, `#/digest/2026-11-22` one day's. */
import type { View } from '../view.ts'
import { editionSubject } from '../../edition-words.ts'
import { editionAt } from '../../state/edition-at.ts'
import Today from './Today.svelte'
import { longDay, shortDay } from '../../../text/english.ts'

/** `never`: a list of views that want their route, and of the front page, which does not. */
export const digest: View<'digest', never> = {
  slug: 'digest',
  title: (route, app) => {
    if (route.show === 'editions') return 'Editions'
    if (!('day' in route)) {
      const { current } = app.edition
      return current ? editionSubject(current, app.corpus.info) : `Offprint of ${shortDay(app.today.day)}`
    }
    if (route.show === 'finished') return `The end of ${shortDay(route.day)}`
    const found = editionAt(app, route.day)
    if (found.kind === 'here') return editionSubject(found.edition, app.corpus.info)
    return found.kind === 'none' ? `No edition of ${longDay(route.day)}` : `Offprint of ${shortDay(route.day)}`
  },
  load: (route, app) => {
    app.today.look()
    // A kept edition is in the library; today's may be new, and a place to come back to may lie anywhere in it.
    const isToday = !('day' in route) || route.day === app.today.day
    if (isToday) return app.edition.load(app.router.visit.place !== null)
    app.library.start()
    return app.library.ready
  },
  // The front page comes with the app: a part of its own would be one round trip more until papers are seen.
  component: ({ show }) => (show === 'today' ? Promise.resolve({ default: Today }) : import('./Shelf.svelte')),
}
