/** The long tasks of a window, as the browser tells them, and what they were busy with. */

/** A task of more than 50 ms. */
export interface LongTask {
  readonly milliseconds: number
  /** The scripts that ran longest in its frame, with their milliseconds; the rest is style, layout, the browser's own. */
  readonly by: string
}

/** What was measured of a step. */
export interface Step {
  readonly name: string
  readonly seconds: number
  /** Milliseconds from each key to its results in the page. */
  readonly keys: readonly number[]
  readonly tasks: readonly LongTask[]
}

interface Told {
  readonly start: number
  readonly milliseconds: number
}
interface Frame extends Told {
  readonly by: string
}
declare global {
  interface Window {
    longTasks: Told[]
    longFrames: Frame[]
  }
}

/** Runs in the page before its scripts. */
export function watchTasks(): void {
  interface Script {
    readonly duration: number
    readonly invoker: string
  }
  const isScripted = (entry: PerformanceEntry): entry is PerformanceEntry & { readonly scripts: readonly Script[] } =>
    'scripts' in entry
  window.longTasks = []
  window.longFrames = []
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      window.longTasks.push({ start: startTime, milliseconds: duration })
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const scripts = isScripted(entry) ? [...entry.scripts].sort((a, b) => b.duration - a.duration) : []
      const by = scripts
        .slice(0, 2)
        .map(({ invoker, duration }) => `${invoker.replace(`${location.origin}/`, '')} ${Math.round(duration)}`)
      window.longFrames.push({ start: entry.startTime, milliseconds: entry.duration, by: by.join(', ') })
    }
  }).observe({ type: 'long-animation-frame', buffered: true })
}

/** Runs in the page: what was told since it was called before. */
export async function readStep(): Promise<Pick<Step, 'keys' | 'tasks'>> {
  await new Promise((resume) => setTimeout(resume, 200)) // observers are told later
  const keys = performance.getEntriesByName('offprint:search').map(({ duration }) => duration)
  performance.clearMeasures('offprint:search')
  const frameOf = ({ start, milliseconds }: Told): string =>
    window.longFrames.find((frame) => frame.start < start + milliseconds && start < frame.start + frame.milliseconds)
      ?.by ?? ''
  const tasks = window.longTasks.map((task) => ({ milliseconds: task.milliseconds, by: frameOf(task) }))
  window.longTasks.length = 0
  window.longFrames.length = 0
  return { keys, tasks }
}
