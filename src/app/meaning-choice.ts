/** Whether to search by meaning: the reader's choice, kept on this device. */

const KEY = 'offprint:meaning'

/** So unless it was switched off. */
export function wantsMeaning(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true // storage is refused where cookies are blocked
  }
}

/** Keeps the choice; where storage is refused, it lasts as long as the page. */
export function keepMeaning(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, 'off')
  } catch {
    // As above.
  }
}
