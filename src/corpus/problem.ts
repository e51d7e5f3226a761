/** What can go wrong on the way to a corpus, as data that crosses threads; app/ finds the words. */
import { messageOf } from '../base/thrown.ts'

export type Problem =
  /** The host could not be reached, or not in time. */
  | { readonly kind: 'unreachable'; readonly file: string }
  | { readonly kind: 'http-status'; readonly file: string; readonly status: number }
  /** Something else came: a captive portal's page, a cut or altered file. */
  | { readonly kind: 'not-ours'; readonly file: string; readonly detail: string }
  /** Written by a later build than this one. */
  | { readonly kind: 'future-format'; readonly file: string; readonly found: number }
  /** The browser keeps no more papers on this device. */
  | { readonly kind: 'no-room' }
  /** A bug, or a worker that is lost. */
  | Failed

export interface Failed {
  readonly kind: 'failed'
  readonly detail: string
}

/** What was thrown, as a problem: a fault of ours, or code that has not come. */
export function failedBy(cause: unknown): Failed {
  return { kind: 'failed', detail: messageOf(cause) }
}
