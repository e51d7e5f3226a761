/** What the self-test says: what each check has found in a sentence, with a next step, and all of it as text to copy. */
import type { Findings } from '../base/findings.ts'
import type { RequestLog } from '../base/request-log.ts'
import type { Result } from '../base/result.ts'
import type { Problem } from '../corpus/problem.ts'
import type { Persistence } from '../library/persistence.ts'
import type { LibraryProblem } from '../library/problem.ts'
import type { CheckAnswer } from '../search/protocol.ts'
import { thousands } from '../text/english.ts'
import { wordTrouble } from './library-words.ts'
import type { ReadyPart } from './ready-parts.ts'
import { requestsInWords } from './request-words.ts'
import type { Shell } from './state/offline.svelte.ts'
import { wordProblem } from './words.ts'

/** What each check can find. */
export interface Found {
  /** The files of the app; or how far it is, where nothing of it can be asked. */
  readonly app: Findings | Exclude<Shell, 'stored'>
  readonly papers: Result<CheckAnswer, Problem>
  readonly search: Result<CheckAnswer, Problem>
  readonly library: {
    /** Whether the database gave a record back as it was, and let it go. */
    readonly disk: Result<boolean, LibraryProblem>
    readonly records: number
    /** Null where this browser has no place for a second copy. */
    readonly copies: Findings | null
  }
  readonly storage: Persistence
  readonly network: {
    /** What was asked of the network meanwhile. */
    readonly log: RequestLog
    readonly home: string
    /** What it would lack without one. */
    readonly lacking: readonly ReadyPart['name'][]
  }
}
export type Part = keyof Found

/** What came of a check. A next step may be good without a fault, too. */
export interface Verdict {
  readonly ok: boolean
  readonly what: string
  readonly next: string | null
}

/** The checks in their order; the last waits for the others. */
export const PARTS: readonly Part[] = ['app', 'papers', 'search', 'library', 'storage', 'network']

/** The names that readers see. */
export const NAMES: Readonly<Record<Part, string>> = {
  app: 'App',
  papers: 'Papers',
  search: 'Search',
  library: 'Library',
  storage: 'Storage',
  network: 'Network',
}

/** Seconds after which a check has failed. */
export const LIMIT = 3

const good = (what: string, next: string | null = null): Verdict => ({ ok: true, what, next })
const bad = (what: string, next: string): Verdict => ({ ok: false, what, next })

/** A check that has not answered in time. */
export const SILENT = bad(`It did not answer within ${LIMIT} s.`, 'Test again; if it stays so, restart the browser.')

const ANEW = 'Reload this page while connected: what is damaged is then fetched anew.'
const NEXT_COPY = 'with the next change, a save say, another copy is made.'
const WAIT = 'Stay connected until “Ready offline” stands above, then test again.'

type Noun = readonly [one: string, more: string]
const APP_FILES: Noun = ['file of the app', 'files of the app']
const PAPER_FILES: Noun = ['file of papers', 'files of papers']
const PAPERS: Noun = ['paper', 'papers']
const COPIES: Noun = ['second copy', 'second copies']

/** In words, by check. */
export const WORDS: { readonly [P in Part]: (found: Found[P]) => Verdict } = {
  app: (found) => {
    if (typeof found === 'string') return SHELL[found]
    return wordFiles(found, APP_FILES)
  },
  papers: (found) => {
    if (!found.ok) return wordFailure(found.error)
    const { away = 0, ...files } = found.value
    const room = 'Let this browser keep data of this site, and free some space.'
    if (files.of === 0) return bad('No papers are kept on this device.', room)
    const verdict = wordFiles(files, PAPER_FILES)
    if (away === 0) return verdict
    const [they, are] = away === 1 ? ['One more', 'is'] : [`${thousands(away)} more`, 'are']
    return { ...verdict, what: `${verdict.what} ${they}, for similar papers and search by meaning, ${are} not here.` }
  },
  search: (found) => {
    if (!found.ok) return wordFailure(found.error)
    const { checked, of, faults } = found.value
    if (checked === 0 && of > 0) return wordNoTime(of, PAPERS)
    const titles = faults.map((title) => `“${title}”`)
    if (faults.length === 0)
      return good(`${each(found.value, PAPERS, 'drawn evenly from')} comes first for its exact title.`)
    return bad(
      `${some(found.value, PAPERS)} not first for the exact title: ${listed(titles)}.`,
      'Reload this page; if it stays so, copy this and send it to whoever runs this site.',
    )
  },
  library: (found) => wordLibrary(found),
  storage: (found) => STORAGE[found],
  network: ({ log, home, lacking }) => {
    const none = log.rows.length === 0
    const asked = none ? 'Nothing was asked of it meanwhile.' : `Asked of it meanwhile: ${requestsInWords(log, home)}`
    if (lacking.length > 0) return bad(`Without it, not all would be here: ${lacking.join(', ')}. ${asked}`, WAIT)
    return good(`Offprint works without it: app, papers and search are here. ${asked}`)
  },
}

function wordFiles(found: Findings, noun: Noun): Verdict {
  if (found.checked === 0) return wordNoTime(found.of, noun)
  const names = found.faults.map((fault) => /^https?:\S*\/(\S+)$/.exec(fault)?.[1] ?? fault)
  if (names.length > 0) return bad(`${some(found, noun)} damaged or missing: ${listed(names)}.`, ANEW)
  return good(`${each(found, noun, 'of')} is what its checksum says.`)
}

function wordNoTime(of: number, noun: Noun): Verdict {
  return bad(
    `There was no time for any of ${thousands(of)} ${noun[1]}.`,
    'Close what else is busy here, then test again.',
  )
}

function wordLibrary({ disk, records, copies }: Found['library']): Verdict {
  const out = 'Export the library'
  if (!disk.ok) {
    const { what, next } = wordTrouble(disk.error)
    return bad(what, next)
  }
  if (!disk.value) return bad('A record did not come back as it was written.', `${out}, then restart the browser.`)
  const back = 'One record was written, read back and removed'
  if (records === 0) return good(`${back}. Nothing is kept yet that could be copied.`)
  if (!copies) return good(`${back}. This browser has no place for a second copy.`, `${out} now and then.`)
  if (copies.of === 0) return bad('There is no second copy of what is kept.', `Free some space; ${NEXT_COPY}`)
  if (copies.faults.length > 0) return bad(`${some(copies, COPIES)} damaged.`, `${out}; ${NEXT_COPY}`)
  return good(`${back}. ${copies.of === 1 ? 'The second copy' : 'Each of 2 second copies'} can be read.`)
}

const SHELL: Readonly<Record<Exclude<Shell, 'stored'>, Verdict>> = {
  storing: bad('The app is not all on this device yet.', WAIT),
  failed: bad(
    'The app could not be kept on this device.',
    'Reload this page while connected; free some space if it stays so.',
  ),
  missing: bad(
    'This browser keeps no app from here.',
    'Open Offprint by https, and in a browser rather than inside another app.',
  ),
}

const STORAGE: Readonly<Record<Persistence, Verdict>> = {
  kept: good('The browser has promised to keep what is here.'),
  'may-be-cleared': good(
    'The browser has not promised to keep what is here: it may clear it when the device runs short of space.',
    'Install Offprint, which makes the promise likelier; export the library now and then.',
  ),
  unknown: good('The browser does not say how long it keeps what is here.', 'Export the library now and then.'),
}

/** What stood in the way of asking. */
export function wordFailure(problem: Problem): Verdict {
  const { what, next, detail } = wordProblem(problem, true)
  return bad(detail === null ? what : `${what} (${detail})`, next)
}

/** `All is well: 6 of 6 passed, in 0.8 s.` */
export function wordAll(rows: readonly Judged[], milliseconds: number): string {
  const failed = rows.filter(({ verdict }) => !verdict.ok).map(({ part }) => NAMES[part])
  const time = `in ${(milliseconds / 1000).toFixed(1)} s`
  if (failed.length === 0) return `All is well: ${rows.length} of ${rows.length} passed, ${time}.`
  return `${failed.length} of ${rows.length} failed, ${time}: ${failed.join(', ')}.`
}

/** A check with what came of it. */
export interface Judged {
  readonly part: Part
  readonly verdict: Verdict
}

/** All of it as text; `about` are lines that say where and when it was. */
export function wordReport(about: readonly string[], rows: readonly Judged[], summary: string): string {
  const lines = rows.map(({ part, verdict: { ok, what, next } }) =>
    [ok ? '✓' : '✗', `${NAMES[part]}:`, what, ...(next === null ? [] : [next])].join(' '),
  )
  return [...about, ...lines, summary, ''].join('\n')
}

/** `Each of 83 files`; `Each of 40 papers that there was time for, drawn evenly from 1,000,`. */
function each({ checked, of }: Findings, noun: Noun, drawn: string): string {
  const all = checked === 1 ? `The one ${noun[0]}` : `Each of ${thousands(checked)} ${noun[1]}`
  return checked === of ? all : `${all} that there was time for, ${drawn} ${thousands(of)},`
}

/** `2 of 83 files are`. */
function some({ checked, faults }: Findings, [one, more]: Noun): string {
  const all = `${thousands(checked)} ${checked === 1 ? one : more}`
  return `${thousands(faults.length)} of ${all} ${faults.length === 1 ? 'is' : 'are'}`
}

const MOST_NAMED = 3

/** `a.js, b.js, c.js and 4 more`. */
function listed(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED
  return names.slice(0, MOST_NAMED).join(', ') + (rest > 0 ? ` and ${thousands(rest)} more` : '')
}
