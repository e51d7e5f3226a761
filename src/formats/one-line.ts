/** Text for formats in which a value ends with its line. */

/** One class, not a lookahead: exports run over megabytes. */
const CONTROL = /[^\P{Cc}\t\n\r]/gu

/** Without control characters, save for tab and line ends. */
export function printable(text: string): string {
  return text.replace(CONTROL, '')
}

/** Printable, on one line, one space between words. */
export function oneLine(text: string): string {
  return printable(text)
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim()
}
