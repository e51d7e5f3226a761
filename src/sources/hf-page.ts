/** Reads a page of papers saved as text: banner lines, then title and abstract in turn, a line each. */
import { eachLine } from '../base/lines.ts'
import { err, ok, type Result } from '../base/result.ts'
import { surplus } from './bounds.ts'
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
  const papers: RawPaper[] = []
  const faults: SourceFault[] = []
  let title: Line | null = null
  const misplaced = ({ number: line, text: words }: Line): void => {
    const what =
      words.length > LONGEST_TITLE
        ? 'an abstract stands where a title should: its title is missing'
        : `"${words.slice(0, 60)}" has no abstract below it`
    faults.push({ line, record: papers.length + faults.length + 1, what })
  }
  for (const line of contentLines(text)) {
    if (title && title.text.length <= LONGEST_TITLE && looksLikeAbstract(line.text)) {
      const record = papers.length + faults.length + 1
      papers.push({ title: title.text, abstract: line.text, line: title.number, record })
      title = null
    } else {
      if (title) misplaced(title)
      title = line
    }
    const problem = surplus({ papers, faults }, line.number)
    if (problem) return err(problem)
  }
  if (title) misplaced(title)
  return papers.length + faults.length > 0
    ? ok({ papers, faults })
    : err({ line: 1, what: 'no papers: the file is empty' })
}

/** Lines with something on them, without byte-order mark, banner and button. */
function* contentLines(text: string): Generator<Line> {
  let number = 0
  let banners = 0
  let isFirst = true
  for (const line of eachLine(text.replace(/^\uFEFF/, ''))) {
    number += 1
    const words = line.trim()
    if (words === '') continue
    if (isFirst && BANNER.test(words)) banners += 1
    else {
      yield { number, text: isFirst && banners > 0 ? words.replace(GLUED_BUTTON, '') : words }
      isFirst = false
    }
  }
}

function looksLikeAbstract(text: string): boolean {
  return text.length >= SHORTEST_FRAGMENT || /[.!][)"”’}]*$/.test(text)
}
