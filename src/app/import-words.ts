/** Words for what does not come into the library: files, pasted text, links. */
import type { ImportProblem } from '../library/library-file.ts'
import type { LinkProblem } from '../library/list-link.ts'
import type { Words } from './words.ts'
import { thousands } from '../text/english.ts'

/** Why a file or a text was not taken in. */
export function wordImportProblem(problem: ImportProblem): Words {
  switch (problem.kind) {
    case 'too-large':
      return words(
        `It is larger than ${thousands(problem.limit / 2 ** 20)} MB, which no library file is.`,
        'Choose the file that Export library wrote; its name begins with offprint-library.',
      )
    case 'not-json':
      return words(
        'It is not a library file, or it was cut short on its way.',
        'Export or copy the library again, and bring all of it.',
      )
    case 'not-a-library':
      return words(
        'It is a file of another kind.',
        'Choose the file that Export library wrote; its name begins with offprint-library.',
      )
    case 'later-version':
      return words(
        'It was written by a newer version of Offprint.',
        'Reload this page to get that version, then import it again.',
        `version ${String(problem.found)}`,
      )
    case 'too-many-records':
      return words(
        `It holds more than ${thousands(problem.limit)} things, which no library does.`,
        'Choose the file that Export library wrote.',
      )
    case 'hostile':
      return words(
        'It is made to break what reads it, so none of it was read.',
        'Do not use it. A file from Export library is safe.',
        problem.detail,
      )
    case 'damaged':
      return words(
        'A part of it is damaged, so none of it was taken in.',
        'Export the library again where it came from, and bring that file.',
        `record ${thousands(problem.record)}`,
      )
  }
}

/** Why a link holds no list. */
export function wordLinkProblem(problem: LinkProblem): Words {
  switch (problem.kind) {
    case 'damaged':
      return words('This link holds no list: it was cut short or changed on its way.', 'Ask for the link again.')
    case 'too-large':
      return words(
        'This link holds more than any list has.',
        'Ask for the list as a library file instead, and import that.',
      )
    case 'later-version':
      return words(
        'This link was made by a newer version of Offprint.',
        'Reload this page to get that version, then open the link again.',
      )
  }
}

function words(what: string, next: string, detail: string | null = null): Words {
  return { what, next, detail }
}
