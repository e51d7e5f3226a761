/** Names for what only some sources state, in one table: how a value is read, and how a paper is tested. */
import { addDays, isDay, type Day } from '../base/days.ts'
import { err, ok, type Result } from '../base/result.ts'
import type { Paper } from '../corpus/paper.ts'
import { fold } from '../text/fold.ts'
import { tokenize, wordsOf } from '../text/tokenize.ts'
import { mayBegin } from './glance.ts'
import type { StatedKey } from './terms.ts'
import type { Term } from './tree.ts'

interface StatedRow {
  /** What papers come without where no source states it. */
  readonly called: string
  /** The value in its one spelling; else a sentence on how to write it. */
  readonly read: (typed: string) => Result<string, string>
  /** Whether it is true of a paper; `open` says that the value is still being typed. */
  readonly holds: (asked: Pick<Term, 'value' | 'since'>, paper: Paper, open: boolean) => boolean
}

export const STATED: Readonly<Record<StatedKey, StatedRow>> = {
  authors: { called: 'authors', read: readAuthor, holds: hasAuthor },
  listed: {
    called: 'dates of listing',
    read: readListed,
    holds: ({ value, since }, { listed }) =>
      listed !== undefined && (since === null ? listed.startsWith(value) : listed >= since),
  },
  votes: { called: 'votes', read: readVotes, holds: ({ value }, { votes }) => votes !== undefined && votes >= +value },
}

/** The first of the days that `7d` means, the newest of the corpus being the last of them; null for a day or a month. */
export function sinceOf(value: string, newest: Day | null): Day | null {
  return value.endsWith('d') && newest !== null ? addDays(newest, 1 - Number.parseInt(value, 10)) : null
}

const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 }

/** More are nobody's meaning, and would not be read again. */
const MOST_DAYS = 9_999

/** Days, weeks, months or years as days, `2w` as `14d`; null for anything else. */
export function readPeriod(typed: string): string | null {
  const [, count = '', unit = ''] = /^(\d{1,4})([dwmy])$/.exec(fold(typed.trim())) ?? []
  const days = Number(count) * (DAYS[unit] ?? 0)
  return days > 0 ? `${String(Math.min(days, MOST_DAYS))}d` : null
}

function readAuthor(typed: string): Result<string, string> {
  const words = tokenize(typed).flatMap(({ text, joined }) => (joined ? [] : [text]))
  return words.length > 0 ? ok(words.join(' ')) : err('Type a value after author:.')
}

/** All words stand in one name, in whatever order. */
function hasAuthor({ value }: Pick<Term, 'value'>, { authors = [] }: Paper, open: boolean): boolean {
  const asked = value.split(' ')
  return authors.some((name) => {
    if (!asked.every((word) => mayBegin(word, name))) return false
    const words = wordsOf(name)
    const stands = (word: string, at: number): boolean =>
      words.includes(word) || (open && at === asked.length - 1 && words.some((one) => one.startsWith(word)))
    return asked.every(stands)
  })
}

function readListed(typed: string): Result<string, string> {
  const value = fold(typed.trim())
  const known = isDay(value) || isDay(`${value}-01`) || isDay(`${value}-01-01`) ? value : readPeriod(typed)
  return known === null
    ? err('listed: takes a day, a month, a year or the last days, like 2026-11-22, 2026-11, 2026 or 7d.')
    : ok(known)
}

/** The fewest votes; `>50` is 51 and more. */
function readVotes(typed: string): Result<string, string> {
  const [, sign = '', count = ''] = /^([>≥]?=?)(\d{1,9})\+?$/.exec(fold(typed.trim())) ?? []
  if (count === '') return err('votes: takes the least number of votes, like 50.')
  return ok(String(Number(count) + (sign === '>' ? 1 : 0)))
}
