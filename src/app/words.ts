/** Words for people: every problem says what happened and what to do next. */
import type { Problem } from '../corpus/problem.ts'
import type { LibraryProblem } from '../library/problem.ts'
import { shortDay } from '../text/english.ts'

/** A message in two sentences or more: what happened, and the next step. */
export interface Words {
  readonly what: string
  readonly next: string
  /** For whoever looks into it; null where it would say nothing new. */
  readonly detail: string | null
}

/** What stood in the way of the papers; `online` is what the device believes of its connection. */
export function wordProblem(problem: Problem, online: boolean): Words {
  switch (problem.kind) {
    case 'unreachable':
      return online
        ? words('The host did not answer.', 'Check the connection, then try again.', problem.file)
        : words('This device is offline.', 'Connect once, then try again; after that the papers stay here.')
    case 'http-status':
      return wordStatus(problem.status, problem.file)
    case 'not-ours':
      return words(
        'What came was not the papers: another page, or a damaged file.',
        'If this network has a sign-in page, sign in there first; then try again.',
        `${problem.file}: ${problem.detail}`,
      )
    case 'future-format':
      return words(
        'The papers on the host are written for a newer version of Offprint.',
        'Reload this page to get that version.',
        `${problem.file}: format ${String(problem.found)}`,
      )
    case 'no-room':
      return words(
        'The browser keeps no more papers on this device.',
        'Free some space, or choose fewer papers in Settings.',
      )
    case 'failed':
      return words(
        'A part of Offprint failed.',
        'Try again; if it stays so, reload this page. What is kept on this device stays.',
        problem.detail,
      )
  }
}

/** A newer corpus could not be taken; the papers of `taken` (a day like 2026-11-22) stay. */
export function wordNotice(problem: Problem, taken: string, online: boolean): Words {
  const { what, next, detail } = wordProblem(problem, online)
  const happened =
    problem.kind === 'unreachable' && !online
      ? 'This device is offline; newer ones can be fetched when it is connected.'
      : problem.kind === 'failed'
        ? what // it may be the search as well as the way to newer papers
        : `Newer ones could not be taken. ${what}`
  const step = problem.kind === 'unreachable' && !online ? 'Until then, all of Offprint works with these.' : next
  return words(`Your papers are from ${shortDay(taken)}. ${happened}`, step, detail)
}

/** A part of the app did not come; `part` as in `the rules`. */
export function wordPart(part: string): Words {
  return words(`A part of Offprint did not come: ${part}.`, 'Check the connection, then try again.')
}

/** The code of a view did not come. */
export const NO_VIEW = words(
  'Its part of Offprint did not come',
  'Check the connection, then try again. What is kept on this device stays.',
)

/** The part that keeps things did not come; so many papers wait to be saved. */
export function wordNoLibrary(waiting: number): Words {
  const wait =
    waiting === 0 ? '' : ` ${waiting === 1 ? 'One paper waits' : `${String(waiting)} papers wait`} to be saved.`
  return words(
    `What you save cannot be kept at the moment: a part of Offprint did not come.${wait}`,
    'Check the connection, then try again.',
  )
}

/** A change was not kept. Trouble of the whole database has its banner, which may be out of sight. */
export function wordRefusal({ kind }: LibraryProblem): string {
  if (kind === 'later-record') return 'Not changed: a newer version of Offprint wrote this. Reload to get it.'
  if (kind === 'invalid') return 'Not kept: it is too long, or not of a form that can be kept.'
  return 'Not kept. The top of this page says why.'
}

function wordStatus(status: number, file: string): Words {
  if (status === 404 || status === 410)
    return words(
      'The papers are not where they should be on the host.',
      'Try again in a minute. If it stays so, tell whoever runs this site that a file is missing.',
      `${file}: ${String(status)}`,
    )
  return words('The host could not give the papers.', 'Try again in a minute.', `${file}: ${String(status)}`)
}

function words(what: string, next: string, detail: string | null = null): Words {
  return { what, next, detail }
}
