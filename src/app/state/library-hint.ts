/** A word left behind where it can be read at once: whether there is a library, which takes longer to open. */

const nameOf = (): string => `offprint ${new URL('./', document.baseURI).pathname} library`

/** False for a new reader, who need not wait for a library that is not there; and where nothing can be left behind. */
export function hasLibrary(): boolean {
  try {
    return localStorage.getItem(nameOf()) !== null
  } catch {
    return false // forbidden here, as the library itself will be
  }
}

/** Says so for the next start. */
export function noteLibrary(exists: boolean): void {
  try {
    if (exists) localStorage.setItem(nameOf(), 'yes')
    else localStorage.removeItem(nameOf())
  } catch {
    // Forbidden or full: the next start shows papers first, and the library corrects them.
  }
}
