/** An edition as plain text: the other half of the mail, and what is copied. */
import { excerptText } from '../corpus/excerpt.ts'
import { withoutMathMarks } from '../text/mathematics.ts'
import { byline } from './byline.ts'
import { paperPage, type Letter, type LetterEntry } from './letter.ts'
import { clickableLinks } from './links.ts'
import { oneLine } from './one-line.ts'

/** A paragraph a line: programs that show mail wrap it to their width, and a phone's is not ours to know. */
export function writeEditionText(letter: Letter): string {
  let number = 0
  const blocks = letter.sections.flatMap(({ heading, entries }) => [
    ...(heading === '' ? [] : [`${oneLine(heading)}\n${'-'.repeat(Math.min(60, oneLine(heading).length))}`]),
    ...entries.map((entry) => entryText(entry, ++number, letter)),
  ])
  const subject = oneLine(letter.subject)
  const head = [subject, '='.repeat(Math.min(60, subject.length)), oneLine(letter.about)].join('\n')
  const foot = letter.app === null ? [] : [`Read it in Offprint: ${letter.app}`]
  return [head, ...blocks, ...foot].join('\n\n') + '\n'
}

function entryText({ paper, reason }: LetterEntry, number: number, letter: Letter): string {
  const page = paperPage(paper, letter)
  return [
    `${String(number)}. ${oneLine(withoutMathMarks(paper.title))}`,
    oneLine(byline(paper, 'some authors')),
    oneLine(reason),
    oneLine(excerptText(paper)),
    ...(page === null ? [] : [page]),
    ...clickableLinks({ paper }).map(({ name, url }) => `${name}: ${url}`),
  ]
    .filter((line) => line !== '')
    .join('\n')
}
