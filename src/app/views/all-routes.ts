/** Every view of the app, one line each. */
import type { Route } from '../routes.ts'
import { browse } from './browse/route.ts'
import { paper } from './paper/route.ts'
import { defineView, type View } from './view.ts'

const VIEWS: readonly View[] = [defineView(browse), defineView(paper)]

/** The view that shows a route. */
export function viewOf(route: Route): View | undefined {
  return VIEWS.find((view) => view.slug === route.kind)
}
