/** What the library does when its page is hidden, closed, or wakes after a sleep. */
import type { Library } from './library.ts'
import type { SecondCopy } from './second-copy.ts'

/** Copies when the page goes out of sight; reads anew when it comes back from where no hint reaches it. */
export function followPageLife(library: Library, copy: SecondCopy | null): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const save = (): void => void copy?.flush()
  const wake = (): void => void library.reload()
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && save(), { signal })
  window.addEventListener('pagehide', save, { signal })
  // From the back-forward cache, or thawed: hints of other tabs have been missed.
  window.addEventListener('pageshow', (event) => event.persisted && wake(), { signal })
  document.addEventListener('resume', wake, { signal })
  return () => stop.abort()
}
