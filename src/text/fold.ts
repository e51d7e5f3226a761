/** Folding: the form of a text in which case, accents, width and ligatures make no difference. */

/** NFKD without combining marks, lower case; its length may differ from the text's. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}
