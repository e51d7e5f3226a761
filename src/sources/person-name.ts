/** Names of people as bibliographies write them, family name first. */

/** Longer ones are no names, and are refused as such; they are not cut apart sign by sign. */
const LONGEST = 1_000

/** `Family, Given` and `Family, Jr, Given` as they are spoken; a name without commas as it is. */
export function spokenName(name: string): string {
  if (name.length > LONGEST) return name
  const parts = partsOf(name).map((part) => part.trim())
  const [family = '', second = '', third] = parts
  const spoken = third === undefined ? [second, family] : [third, family, second]
  return spoken.filter((part) => part !== '').join(' ')
}

/** Cut at commas, but not at those in braces. */
function partsOf(name: string): readonly string[] {
  const parts: string[] = []
  let part = ''
  let depth = 0
  for (const sign of name) {
    if (sign === '{') depth++
    if (sign === '}') depth--
    if (sign === ',' && depth <= 0 && parts.length < 2) {
      parts.push(part)
      part = ''
    } else part += sign
  }
  return [...parts, part]
}
