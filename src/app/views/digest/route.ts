/** The digest among the views: `#/` today's edition, `#/digest` the editions, `#/digest/2026-11-22` one day's. */
import type { View } from '../view.ts'
import DigestView from './DigestView.svelte'
import { longDay, shortDay } from '../../../text/english.ts'

export const digest: View<'digest'> = {
  slug: 'digest',
  title: (route, app) => {
    if (route.show === 'editions') return 'Editions'
    if (route.show === 'day' && route.day !== app.today.day) return `No edition of ${longDay(route.day)}`
    return `Offprint of ${shortDay(app.today.day)}`
  },
  // A place to come back to may lie anywhere in it.
  load: (_, app) => {
    app.today.look()
    return app.edition.load(app.router.visit.place !== null)
  },
  // The front page comes with the app: a part of its own would be one round trip more until papers are seen.
  component: () => Promise.resolve({ default: DigestView }),
}
