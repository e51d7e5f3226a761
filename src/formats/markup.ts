/** Text as markup that shows the same text: HTML and XML have the same four signs to escape. */
import { printable } from './one-line.ts'

/** Halves of a character, and the two that XML does not have at all. */
const NO_CHARACTER = /[\p{Cs}\uFFFE\uFFFF]/gu

/** Escaped for elements and for attributes between double quotes; control characters go. */
export function escapeMarkup(text: string): string {
  return printable(text)
    .replace(NO_CHARACTER, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
