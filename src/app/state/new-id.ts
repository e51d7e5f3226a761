/** Ids for things the reader makes. */

/** Random, and no name of an address of the app. */
export function newId(): string {
  // `randomUUID` is not there on an insecure origin.
  const [a = 0, b = 0] = crypto.getRandomValues(new Uint32Array(2))
  return `l${a.toString(36)}${b.toString(36)}`
}
