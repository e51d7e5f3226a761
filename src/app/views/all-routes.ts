/** Every view of the app, one line each. */
import type { Route } from '../routes.ts'
import { bring } from './bring/route.ts'
import { browse } from './browse/route.ts'
import { digest } from './digest/route.ts'
import { draft } from './draft/route.ts'
import { list } from './list/route.ts'
import { paper } from './paper/route.ts'
import { saved } from './saved/route.ts'
import { settings } from './settings/route.ts'
import { unknown } from './unknown/route.ts'
import { defineView, type View } from './view.ts'

const VIEWS: readonly View[] = [
  defineView(digest),
  defineView(browse),
  defineView(paper),
  defineView(saved),
  defineView(draft),
  defineView(bring),
  defineView(list),
  defineView(settings),
  defineView(unknown),
]

/** The view that shows a route. */
export function viewOf(route: Route): View | undefined {
  return VIEWS.find((view) => view.slug === route.kind)
}
