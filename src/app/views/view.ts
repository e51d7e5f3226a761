/** What a view is: a folder whose route.ts exports one of these, and a line in all-routes.ts. */
import type { Component } from 'svelte'
import type { AppState } from '../state/app.ts'
import type { Route, RouteOf } from '../routes.ts'

/** What a view is handed: its route, or nothing where it is the same for every address. */
type Props<Kind extends Route['kind']> = { route: RouteOf<Kind> } | Record<string, never>

export interface View<
  Kind extends Route['kind'] = Route['kind'],
  Taken extends Props<Kind> = { route: RouteOf<Kind> },
> {
  /** The kind of route it shows. */
  readonly slug: Kind
  /** The name of the page, for the tab and the history; may read state and is then kept in step. */
  readonly title: (route: RouteOf<Kind>, app: AppState) => string
  /** Asks for what the view shows, and settles when that has come; the view shows a skeleton until then. */
  readonly load: (route: RouteOf<Kind>, app: AppState) => Promise<unknown>
  /** The code of the view, or of the part of it that the route shows. */
  readonly component: (route: RouteOf<Kind>) => Promise<{ readonly default: Component<Taken> }>
}

/** Forgets which kind of route a view is for, so that views can stand in one list. */
export function defineView<Kind extends Route['kind'], Taken extends Props<Kind>>(view: View<Kind, Taken>): View {
  // Sound because Outlet gives a view only routes whose kind is its slug.
  return view as unknown as View
}
