/** Where new papers come from: what each host is asked for a day, and how it wants to be asked. */
import { addDays, type Day } from '../base/days.ts'

export interface PaperHost {
  /** What readers see it called. */
  readonly name: string
  readonly base: string
  readonly accept: string
  /** The first sign of each of its answers; a page of somebody between us and the host has another. */
  readonly begins: string
  /** Milliseconds between two requests. */
  readonly pause: number
  /** The path of a day's papers under the base. */
  readonly path: (day: Day) => string
  readonly file: (day: Day) => string
  /** What the file is, in a sentence for sources.json. */
  readonly what: (day: Day) => string
}

/** Fields of arXiv that the topics of this app come from. */
const CATEGORIES = ['cs.CL', 'cs.CV', 'cs.LG'] as const
/** As many as arXiv gives in one answer. */
const MOST_OF_ARXIV = 2000

export const HOSTS = {
  hf: {
    name: 'Daily papers of Hugging Face',
    base: 'https://huggingface.co/',
    accept: 'application/json',
    begins: '[',
    pause: 1000,
    path: (day) => `api/daily_papers?${new URLSearchParams({ date: day, limit: '100' }).toString()}`,
    file: (day) => `hf-${day}.json`,
    what: (day) => `The papers that Hugging Face listed on ${day}, as its API gave them.`,
  },
  arxiv: {
    name: 'arXiv',
    base: 'https://export.arxiv.org/',
    accept: 'application/atom+xml, text/xml, */*',
    begins: '<',
    // One request in three seconds is what it asks for.
    pause: 3000,
    path: (day) => arxivPath({ search_query: newOn(day), sortBy: 'submittedDate', max_results: String(MOST_OF_ARXIV) }),
    file: (day) => `arxiv-${day}.xml`,
    what: (day) => `Papers in ${CATEGORIES.join(', ')} submitted to arXiv on ${day}, as its API gave them.`,
  },
} as const satisfies Readonly<Record<string, PaperHost>>

export type HostName = keyof typeof HOSTS

/** The address of a question to arXiv's API, under its base. */
export function arxivPath(question: Readonly<Record<string, string>>): string {
  return `api/query?${new URLSearchParams(question).toString()}`
}

/** So many days up to `last`, the newest first. */
export function daysUpTo(last: Day, count: number): readonly Day[] {
  return Array.from({ length: count }, (_, back) => addDays(last, -back))
}

function newOn(day: Day): string {
  const date = day.replaceAll('-', '')
  return `(${CATEGORIES.map((one) => `cat:${one}`).join(' OR ')}) AND submittedDate:[${date}0000 TO ${date}2359]`
}
