/** Keeps the screen on while something is read aloud, where the browser can. */

export class ScreenOn {
  /** Whether it is kept on at the moment. */
  held: boolean = $state(false)
  #wanted = false
  #lock: WakeLockSentinel | null = null
  /** A second lock, asked for before the first is there, would never be let go. */
  #asking = false

  constructor() {
    // The system takes the lock away with the page; it is asked for again when that is back.
    document.addEventListener('visibilitychange', this.#ask)
  }

  want(wanted: boolean): void {
    this.#wanted = wanted
    if (wanted) this.#ask()
    else void this.#lock?.release().catch(() => undefined)
  }

  destroy(): void {
    document.removeEventListener('visibilitychange', this.#ask)
    this.want(false)
  }

  readonly #ask = (): void => {
    const { wakeLock } = navigator as Partial<Pick<Navigator, 'wakeLock'>>
    if (!this.#wanted || this.#lock || this.#asking || !wakeLock || document.visibilityState !== 'visible') return
    this.#asking = true
    wakeLock.request('screen').then(
      (lock) => {
        this.#asking = false
        this.#lock = lock
        this.held = true
        lock.addEventListener('release', () => {
          this.#lock = null
          this.held = false
          // Wanted again while the last one was being let go.
          this.#ask()
        })
        if (!this.#wanted) void lock.release()
      },
      // Refused, as with a low battery: the player does not say that it stays on.
      () => (this.#asking = false),
    )
  }
}
