/** Nobody has a library, so nothing waits for one. */

export function hasLibrary(): boolean {
  return false
}

export function noteLibrary(): void {
  // Nothing asks.
}
