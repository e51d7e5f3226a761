/** Turns a source's text into what a reader should see; sound text goes through untouched. */

/** Control characters, and those that change the direction of what follows (a title could pose as another). */
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g

/** NFC, one space between words, no control characters, LaTeX text commands as characters. */
export function cleanText(text: string): string {
  return text
    .replace(/[\s\u00A0]+/g, ' ')
    .replace(CONTROL, '')
    .normalize('NFC')
    .trim()
}
