/** Words for what stands in the way of keeping things. */
import type { LibraryProblem } from '../library/problem.ts'
import type { Words } from './words.ts'
import { thousands } from '../text/english.ts'

/** What happened, and the next step; reading and searching go on in every case. */
export function wordTrouble(problem: LibraryProblem): Words {
  switch (problem.kind) {
    case 'unavailable':
      return {
        what: 'This browser keeps nothing here: a private window, a setting, or a disk that is full or damaged.',
        next: 'Free some space, or open Offprint in a normal window, to save; reading and searching work here too.',
        detail: problem.detail,
      }
    case 'silent':
      return {
        what: 'The browser’s database does not answer.',
        next: 'Close other tabs of Offprint, then try again; if it stays so, restart the browser.',
        detail: null,
      }
    case 'full':
      return {
        what: 'There is no room left on this device for what you save.',
        next: 'Free some space, then try again.',
        detail: null,
      }
    case 'cleared':
      return {
        what: 'This browser has cleared what you saved; only this tab still has it.',
        next: 'Try again keeps it anew; or export it to a file first.',
        detail: null,
      }
    case 'later-database':
      return {
        what: 'A newer version of Offprint has written what you saved.',
        next: 'Reload this page to get that version; nothing is lost.',
        detail: null,
      }
    case 'later-record':
      return { what: 'A newer version of Offprint wrote this.', next: 'Reload this page to change it.', detail: null }
    case 'invalid':
      return { what: 'This cannot be kept in that form.', next: 'Shorten it, then try again.', detail: problem.detail }
    case 'failed':
      return {
        what: 'What you save could not be written to this device.',
        next: 'Try again; if it stays so, free some space and restart the browser.',
        detail: problem.detail,
      }
  }
}

/** `3 changes are not kept yet.`; empty where all is kept. */
export function wordUnsaved(count: number): string {
  if (count === 0) return ''
  return count === 1 ? 'One change is not kept yet.' : `${thousands(count)} changes are not kept yet.`
}

/** Records came back from the second copy at this start. */
export function wordRestored(count: number): string {
  const [things, are] = count === 1 ? ['One thing', 'is'] : [`${thousands(count)} things`, 'are']
  return `${things} that you kept had been lost from this device, and ${are} back, from the second copy. A file of your library elsewhere keeps it safe, too.`
}
