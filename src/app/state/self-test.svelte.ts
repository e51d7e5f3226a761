/** The self-test: all checks side by side, with a limit for each, and what they found as it comes. */
import { within } from '../../base/pause.ts'
import { failedBy } from '../../corpus/problem.ts'
import { LIMIT, PARTS, SILENT, wordFailure, WORDS, type Part, type Verdict } from '../self-test-words.ts'
import type { Checks, Others } from './self-checks.ts'

/** A check with what came of it; null while it is under way. */
interface Row {
  readonly part: Part
  readonly verdict: Verdict | null
}

/** A run that is over. */
interface Run {
  /** When it began, in milliseconds of the clock. */
  readonly started: number
  readonly milliseconds: number
  readonly judged: readonly { readonly part: Part; readonly verdict: Verdict }[]
}

export class SelfTest {
  /** All checks in their order; none before the first run. */
  rows: readonly Row[] = $state.raw([])
  running = $state(false)
  /** The last run; null before one is over, and while one is under way. */
  done: Run | null = $state.raw(null)
  readonly #checks: Checks

  constructor(checks: Checks) {
    this.#checks = checks
  }

  /** Runs all of them, one run at a time. */
  async run(): Promise<void> {
    if (this.running) return
    this.running = true
    this.done = null
    this.rows = PARTS.map((part) => ({ part, verdict: null }))
    const [started, start] = [Date.now(), performance.now()]
    const failed = (): readonly Part[] => this.rows.flatMap(({ part, verdict }) => (verdict?.ok === false ? part : []))
    const before = PARTS.slice(0, -1).map((part) => this.#judge(part, { done: Promise.resolve(), failed }))
    const last = PARTS.slice(-1).map((part) => this.#judge(part, { done: Promise.all(before), failed }))
    const judged = await Promise.all([...before, ...last])
    this.done = { started, milliseconds: performance.now() - start, judged }
    this.running = false
  }

  async #judge<P extends Part>(part: P, others: Others): Promise<{ part: P; verdict: Verdict }> {
    const verdict = await within(this.#checks[part](others), LIMIT * 1_000).then(
      (found) => (found === null ? SILENT : WORDS[part](found)),
      (cause: unknown) => wordFailure(failedBy(cause)),
    )
    this.rows = this.rows.map((row) => (row.part === part ? { part, verdict } : row))
    return { part, verdict }
  }
}
