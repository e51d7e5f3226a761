/** What the facts of a paper are called on the screen. */
import { dayOfPaper, type CodeState, type Stated } from '../corpus/paper.ts'
import { authorWords } from '../formats/byline.ts'
import { countVotes, longDay } from '../text/english.ts'

export const CODE_WORDS: Readonly<Record<CodeState, string>> = {
  link: 'Code linked',
  promised: 'Code promised',
  none: 'No code',
}

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** `twelve`, but `13`. */
export function numberWord(count: number): string {
  return NUMBERS[count] ?? String(count)
}

/** The name of the host behind a link: `github.com`; null for what is not an https address. */
export function hostOf(link: string): string | null {
  return /^https:\/\//i.test(link) && URL.canParse(link) ? new URL(link).hostname.replace(/^www\./, '') : null
}

/** What a card of a list says of authors, day and votes, as far as sources state them. */
export function statedWords(paper: Stated): readonly string[] {
  const day = dayOfPaper(paper)
  return [
    ...(paper.authors ? [authorWords(paper.authors, 2)] : []),
    ...(day === null ? [] : [longDay(day)]),
    ...(paper.votes === undefined ? [] : [countVotes(paper.votes)]),
  ]
}
