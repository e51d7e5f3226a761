/** Turns a source's text into what a reader should see; sound text goes through untouched. */
import { mathSpans } from '../text/mathematics.ts'
import { latexToText } from './latex-text.ts'
import { repair } from './repair.ts'

/** Control characters, invisible ones, private use, and those that turn the direction of what follows. */

const UNWANTED =
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uE000-\uF8FF\uFEFF]/g
/** All but single spaces, which most of a text's are. */
const SPACES = /\s{2,}|[^\S ]/g
const LINK = /https?:\/\/[^\s{}]+/g

/** NFC, single spaces, no control characters, LaTeX's text commands as characters; delimited mathematics stays as it is. */
export function cleanText(text: string): string {
  const sound = repair(text.replace(SPACES, ' ').replace(UNWANTED, '').trim())
  return aside(sound, latexToText).replace(/ {2,}/g, ' ').normalize('NFC').trim()
}

/** Runs `change` on a text whose mathematics and links are set aside, each as one private-use character. */
function aside(text: string, change: (text: string) => string): string {
  const kept: string[] = []
  const keep = (part: string): string => String.fromCharCode(0xe000 + kept.push(part) - 1)
  let rest = ''
  let at = 0
  for (const { start, end } of mathSpans(text)) {
    rest += text.slice(at, start) + keep(text.slice(start, end))
    at = end
  }
  rest = (rest + text.slice(at)).replace(LINK, keep)
  return change(rest).replace(/[\uE000-\uF8FF]/g, (mark) => kept[mark.charCodeAt(0) - 0xe000] ?? '')
}
