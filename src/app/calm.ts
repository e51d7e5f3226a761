/** Work that can wait, done once the page stands still. */

/** More than what is left of a frame: an idle moment as long as this has no frame to draw next. */
const CALM_MS = 20

/** Does the work once nothing is being drawn, and after `most` milliseconds in any case. */
export function whenCalm(work: () => void, most = 3000): void {
  if (!('requestIdleCallback' in window)) {
    setTimeout(work, most / 6)
    return
  }
  const until = performance.now() + most
  const look = (idle: IdleDeadline): void => {
    const left = until - performance.now()
    if (left <= 0 || idle.timeRemaining() > CALM_MS) work()
    else requestIdleCallback(look, { timeout: left })
  }
  requestIdleCallback(look, { timeout: most })
}
