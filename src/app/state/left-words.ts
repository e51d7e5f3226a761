/** Words left behind in this browser, which a later start can read at once; where that is forbidden, there are none. */

/** Apps on other paths of a host have words of their own. */
const keyOf = (name: string): string => `offprint ${new URL('./', document.baseURI).pathname} ${name}`

/** Leaves a word under a name; where there is no room, nothing is left. */
export function leaveWord(name: string, word: string): void {
  try {
    localStorage.setItem(keyOf(name), word)
  } catch {
    // Full, or forbidden here: whoever leaves a word can do without it.
  }
}

/** Null where none was left. */
export function findWord(name: string): string | null {
  try {
    return localStorage.getItem(keyOf(name))
  } catch {
    return null // forbidden here
  }
}

/** All whose names start like this, by their names. */
export function findWords(start: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(keyOf(start))) found.set(key.slice(keyOf('').length), localStorage.getItem(key) ?? '')
  } catch {
    // Forbidden here: there are none.
  }
  return found
}

export function forgetWord(name: string): void {
  try {
    localStorage.removeItem(keyOf(name))
  } catch {
    // Forbidden here: there was none.
  }
}

/** Forgets all whose names start like this. */
export function forgetWords(start: string): void {
  for (const name of findWords(start).keys()) forgetWord(name)
}
