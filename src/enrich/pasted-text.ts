/** A text as it is pasted out of an editor or a PDF, as what a reader would see on paper. */
import { cleanText } from './clean-text.ts'

/** What points somewhere, and what frames an abstract, says nothing of its subject. */
const POINTERS = /[~ ]?\\(?:[cC]ite\w*|(?:eq|page|auto|[cC])?ref|label|footnotemark)\*?(?:\[[^\]]*\])*\{[^{}]*\}/g
const FRAME = /\\(?:begin|end)\{[^{}]*\}/g
/** A whole line; in running text a percent sign is mostly meant. */
const COMMENT = /^\s*%.*$/gm
/** A PDF cuts words at the end of a line, and a copy of it keeps the hyphen. */
const CUT_WORD = /(?<=\p{Ll}{2})-\r?\n\s*(?=\p{Ll}{2})/gu

/** One paragraph without LaTeX's references, frames and comments, its cut words whole again. */
export function pastedText(text: string): string {
  return cleanText(text.replace(COMMENT, '').replace(CUT_WORD, '').replace(POINTERS, '').replace(FRAME, ' '))
}
