/** Looks whether what is kept is whole and what is searched is found, as far as its time goes. */
import { checkKept } from '../corpus/check-kept.ts'
import { checkTitles } from '../search/check-titles.ts'
import type { Check } from '../search/checking.ts'

const now = (): number => performance.now()

/** Answers with what was found, within the milliseconds that the question gives. */
export const answerCheck: Check = async ({ subject, patience }, { place, papers, answer }) => {
  const end = now() + patience
  const isLate = (): boolean => now() >= end
  const value = await (subject === 'files' ? checkKept(place, isLate) : checkTitles(papers, answer, isLate, now))
  return { kind: 'check', value }
}
