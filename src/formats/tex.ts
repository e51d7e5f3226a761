/** Plain text as TeX that prints the same text, mathematics untouched. */
import { oneLine } from './one-line.ts'
import { hasBalancedBraces, splitMathematics } from './mathematics.ts'

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  // Prints as ¡ and ¿ in TeX's oldest and still default font encoding.
  '<': '{\\textless}',
  '>': '{\\textgreater}',
  '|': '{\\textbar}',
}

/** Escaped for a braced BibTeX field. */
export function escapeTex(text: string): string {
  const line = oneLine(text)
  const brace = hasBalancedBraces(line) ? escapeBrace : nameBrace
  return splitMathematics(line)
    .map(({ kind, source }) => (kind === 'mathematics' ? escapeComments(source) : escapeText(source, brace)))
    .join('')
}

/** In TeX a bare % swallows the rest of its line, in mathematics too. */
function escapeComments(mathematics: string): string {
  return mathematics.replace(/(?<!\\)[%#]/g, '\\$&')
}

function escapeText(text: string, brace: (sign: string) => string): string {
  return text.replace(/[{}]|[\\~^<>|%&#_$]|([-'`])(?=\1)/g, (sign, joined) => {
    // TeX makes one sign of two: a dash of --, quotation marks of '' and ``.
    if (joined !== undefined) return `${sign}{}`
    return /[{}]/.test(sign) ? brace(sign) : (ESCAPES[sign] ?? `\\${sign}`)
  })
}

/** Readers of BibTeX know `\{`, … */
function escapeBrace(sign: string): string {
  return `\\${sign}`
}

/** … but BibTeX itself counts it as a brace, so one without a partner would swallow the rest of the file. */
function nameBrace(sign: string): string {
  return sign === '{' ? '{\\textbraceleft}' : '{\\textbraceright}'
}
