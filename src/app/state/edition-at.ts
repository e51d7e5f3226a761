/** The edition of a day, wherever it is: the one in the window, or one that the library keeps. */
import type { Day } from '../../base/days.ts'
import type { Edition } from '../../digest/edition.ts'
import type { AppState } from './app.ts'

type Found =
  | { readonly kind: 'here'; readonly edition: Edition }
  | { readonly kind: 'none' }
  /** The library has not been read, or today's edition is on its way. */
  | { readonly kind: 'awaited' }

export function editionAt({ edition: { current, problem }, library, today }: AppState, day: Day): Found {
  const edition = current?.day === day ? current : library.snapshot?.editions.find((one) => one.day === day)
  if (edition) return { kind: 'here', edition }
  const isRead = library.snapshot !== null || library.trouble !== null
  const isComing = day === today.day && current === null && problem === null
  return isRead && !isComing ? { kind: 'none' } : { kind: 'awaited' }
}

/** Every edition of this device, the latest first; today's also while it is not kept yet. */
export function editionsHere({ edition: { current }, library }: AppState): readonly Edition[] {
  const kept = library.snapshot?.editions ?? []
  if (!current || kept.some(({ day }) => day === current.day)) return kept
  return [current, ...kept]
}
