/** What can go wrong with what the reader keeps, as data; app/ finds the words. */
export type LibraryProblem =
  /** The browser gives no database here: a private window, a setting, damage on disk. */
  | { readonly kind: 'unavailable'; readonly detail: string }
  /** The database does not answer; it may yet. */
  | { readonly kind: 'silent' }
  /** The browser's quota is used up. (A disk that is full may also show as `failed`.) */
  | { readonly kind: 'full' }
  /** The browser, or the reader in its settings, has cleared the database while this tab was open. */
  | { readonly kind: 'cleared' }
  /** A later build made the database; this one cannot read it. */
  | { readonly kind: 'later-database' }
  /** A later build wrote the record to be changed; it stays as it is. */
  | { readonly kind: 'later-record' }
  /** The change itself is not what a record may hold. */
  | { readonly kind: 'invalid'; readonly detail: string }
  /** The connection broke or the transaction was aborted, and once more when it was tried again. */
  | { readonly kind: 'failed'; readonly detail: string }

/** Sorts whatever a database call threw or reported. */
export function problemOf(cause: unknown): LibraryProblem {
  if (!(cause instanceof Error)) return { kind: 'failed', detail: String(cause) }
  if (cause.name === 'QuotaExceededError') return { kind: 'full' }
  if (cause.name === 'VersionError') return { kind: 'later-database' }
  return { kind: 'failed', detail: `${cause.name}: ${cause.message}` }
}
