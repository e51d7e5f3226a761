/** Text as markup that shows the same text: HTML and XML have the same four signs to escape. */
import { printable } from './one-line.ts'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Halves of a character, and the two that XML does not have at all. */
const NO_CHARACTER = /[\p{Cs}\uFFFE\uFFFF]/gu

/** Escaped for elements and for attributes between double quotes; control characters go. */
export function escapeMarkup(text: string): string {
  return printable(text)
    .replace(NO_CHARACTER, '\uFFFD')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}
