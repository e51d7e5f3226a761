/** An expected failure as a value: bugs are thrown, everything a caller must handle is a Result. */
export type Result<Value, Failure> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Failure }

/** A success. */
export function ok<Value>(value: Value): Result<Value, never> {
  return { ok: true, value }
}

/** An expected failure. */
export function err<Failure>(error: Failure): Result<never, Failure> {
  return { ok: false, error }
}
