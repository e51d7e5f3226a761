/** Work that can wait, done once the page stands still. */

/** More than what is left of a frame: an idle moment as long as this has no frame to draw next. */
const CALM_MS = 20
/** It waits no longer than this. */
const MOST_MS = 3000
/** Where the browser does not say when it is idle. */
const UNTOLD_MS = 500

/** Does the work once nothing is being drawn. */
export function whenCalm(work: () => void): void {
  if (!('requestIdleCallback' in window)) {
    setTimeout(work, UNTOLD_MS)
    return
  }
  const until = performance.now() + MOST_MS
  const look = (idle: IdleDeadline): void => {
    const left = until - performance.now()
    if (left <= 0 || idle.timeRemaining() > CALM_MS) work()
    else requestIdleCallback(look, { timeout: left })
  }
  requestIdleCallback(look, { timeout: MOST_MS })
}
