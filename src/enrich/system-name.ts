/** Finds the name the authors gave what they built. */

/** The name before the colon of a title, where it reads like one; else null. */
export function findSystem(title: string): string | null {
  const [, name] = /^([^:]{2,30}):/.exec(title) ?? []
  return name && /^\S+( \S+)?$/.test(name) && /[A-Z].*[A-Z]|\d/.test(name) ? name : null
}
