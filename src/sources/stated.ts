/** Values as sources state them, each read into its one spelling; what cannot be read counts as not stated. */
import { isDay, type Day } from '../base/days.ts'
import { known } from '../base/known.ts'
import { arxivIn, doiIn } from '../corpus/identifiers.ts'
import type { RawPaper } from './raw-paper.ts'

type Maybe<Value> = Value | undefined

/** The day with which a time like `2026-05-18T00:00:00.000Z` begins. */
export function dayIn(text: Maybe<string>): Day | undefined {
  const day = text?.trim().slice(0, 10)
  return day !== undefined && isDay(day) ? day : undefined
}

/** Year, month and day as far as they are there: `2026`, `2026-11` or `2026-11-22`. */
export function dateOf(year: Maybe<string>, month?: string, day?: string): string | undefined {
  if (year === undefined || !/^(?:1[5-9]|2\d)\d\d$/.test(year)) return undefined
  const twoDigits = (part = ''): string => (/^\d{1,2}$/.test(part) ? part.padStart(2, '0') : '')
  const [ofYear, ofMonth] = [twoDigits(month), twoDigits(day)]
  if (!isDay(`${year}-${ofYear}-01`)) return year
  return isDay(`${year}-${ofYear}-${ofMonth}`) ? `${year}-${ofYear}-${ofMonth}` : `${year}-${ofYear}`
}

/** A whole number of votes; `1.2k` says too little. */
export function votesIn(value: unknown): number | undefined {
  const votes = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value
  return typeof votes === 'number' && Number.isSafeInteger(votes) && votes >= 0 ? votes : undefined
}

/** An address of the web as it stands; undefined for any other. */
export function addressIn(text: Maybe<string>): string | undefined {
  const address = wholeSigns(text?.trim() ?? '')
  return /^https?:\/\/[^\s"<>]+$/.test(address) && URL.canParse(address) ? address : undefined
}

/** JSON can spell half a sign (`\ud800`), which no address and no file can hold: a mark stands for it. */
export function wholeSigns(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD')
}

/** Identifiers from texts that may hold one, and the first address that is none, as the paper's page. */
export function namesIn(texts: readonly Maybe<string>[]): Pick<RawPaper, 'arxiv' | 'doi' | 'page'> {
  const stated = texts.flatMap((text) => (text === undefined ? [] : wholeSigns(text)))
  const first = (read: (text: string) => string | null | undefined): string | undefined =>
    stated.map(read).find((one) => typeof one === 'string') ?? undefined
  return known({
    arxiv: first(arxivIn),
    doi: first(doiIn),
    page: first((text) => (arxivIn(text) === null && doiIn(text) === null ? addressIn(text) : null)),
  })
}
