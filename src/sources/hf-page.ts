/** Reads a page of papers saved as text: banner lines, then title and abstract in turn, a line each. */
import { err, ok, type Result } from '../base/result.ts'
import type { RawPaper, Reading, SourceFault } from './raw-paper.ts'

/** The page's invitation to its mail, and the button beside it, which the copy glued to the first title. */
const BANNER = /^(?:get trending papers in your e-?mail inbox.*|subscribe)$/i
const GLUED_BUTTON = /^Subscribe(?=[\p{Lu}\p{N}$"“‘'])/u

/** The longest title seen has 141 characters, the shortest abstract 428. */
const LONGEST_TITLE = 300
const SHORTEST_FRAGMENT = 200

interface Line {
  readonly number: number
  readonly text: string
}

/** Papers in page order, and the lines that are out of turn; a page without lines is none. */
export function readHfPage(text: string): Result<Reading, SourceFault> {
  const lines = contentLines(text)
  if (lines.length === 0) return err({ line: 1, what: 'no papers: the file is empty' })
  const papers: RawPaper[] = []
  const faults: SourceFault[] = []
  for (let index = 0; index < lines.length; index++) {
    const title = lines[index]
    const abstract = lines[index + 1]
    if (!title) break
    const place = { line: title.number, record: papers.length + faults.length + 1 }
    if (title.text.length > LONGEST_TITLE)
      faults.push({ ...place, what: 'an abstract stands where a title should: its title is missing' })
    else if (!abstract || !looksLikeAbstract(abstract.text))
      faults.push({ ...place, what: `"${title.text.slice(0, 60)}" has no abstract below it` })
    else {
      papers.push({ title: title.text, abstract: abstract.text, ...place })
      index++
    }
  }
  return ok({ papers, faults })
}

/** Lines with something on them, without byte-order mark, banner and button. */
function contentLines(text: string): Line[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ number: index + 1, text: line.trim() }))
    .filter((line) => line.text !== '')
  const start = lines.findIndex((line) => !BANNER.test(line.text))
  const [first, ...rest] = start < 0 ? [] : lines.slice(start)
  if (!first) return []
  return [start > 0 ? { ...first, text: first.text.replace(GLUED_BUTTON, '') } : first, ...rest]
}

function looksLikeAbstract(text: string): boolean {
  return text.length >= SHORTEST_FRAGMENT || /[.!][)"”’}]*$/.test(text)
}
