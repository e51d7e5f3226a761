/** Whether the host has newer papers than this device, told from the two tables of contents alone. */
import type { Manifest } from './manifest.ts'

/** The tag under which an installed app has the browser look for new papers. */
export const NEWS_TAG = 'new-papers'

/** How many papers there are more, 0 where others took the place of some; null where there is nothing newer. */
export function countNews(
  here: Pick<Manifest, 'generation' | 'papers'>,
  there: Pick<Manifest, 'generation' | 'papers'>,
): number | null {
  // A generation begins with the day it was taken: an earlier one is a host gone back, and no news.
  if (there.generation === here.generation || there.generation.slice(0, 10) < here.generation.slice(0, 10)) return null
  return Math.max(0, there.papers - here.papers)
}
