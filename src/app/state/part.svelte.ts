/** One part of the app, as the place where it is to stand sees it: its code, or that it did not come. */
import { LATE_MS, type Ask, type Parts } from './parts.ts'

export class Part<Code> {
  /** Undefined until it has come. */
  code: Code | undefined = $state.raw()
  /** Whether it did not come; it may come later all the same. */
  absent = $state.raw(false)

  /** Asks at once. */
  constructor(parts: Pick<Parts, 'bring'>, ask: Ask<Code>) {
    const late = setTimeout(() => (this.absent = true), LATE_MS)
    parts
      .bring(ask)
      .then(
        (code) => {
          this.come(code)
        },
        () => (this.absent = true),
      )
      .finally(() => {
        clearTimeout(late)
      })
  }

  /** Takes the code, whoever brought it. */
  come(code: Code): void {
    this.code = code
    this.absent = false
  }
}
