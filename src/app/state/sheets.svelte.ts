/** The one sheet that may lie over the page, and the way to the export of papers. */
import type { Named } from '../../library/lists.ts'
import type { List, SavedSearch } from '../../library/snapshot.ts'
import type { Choices } from '../routes.ts'

export type Sheet =
  | { readonly kind: 'paper'; readonly paper: Named }
  | { readonly kind: 'new-list' }
  | { readonly kind: 'list'; readonly list: List }
  | { readonly kind: 'save-search'; readonly choices: Choices; readonly name: string }
  | { readonly kind: 'search'; readonly search: SavedSearch }

/** Whether a sheet lies over the page, of whatever kind: the page below is then not meant. */
export function isCovered(): boolean {
  return document.querySelector('dialog:modal') !== null
}

export class Sheets {
  shown: Sheet | null = $state.raw(null)
  /** Null until the sheets' code has come, which what was asked for before waits for. */
  #page: string | null = null

  show(sheet: Sheet): void {
    this.shown = sheet
  }

  close(): void {
    this.shown = null
  }

  /** Closes what was about another page than this one, by the key of its visit. */
  keepTo(page: string): void {
    if (this.#page !== null && page !== this.#page) this.shown = null
    this.#page = page
  }
}
