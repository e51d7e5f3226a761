/** Chooses the two sentences of an entry: what the paper does, and its result where a number is stated. */
import type { Paper } from '../corpus/paper.ts'
import { sentences } from '../text/sentences.ts'

const DOES =
  /\b(?:we (?:\w+ )?(?:present|propose|introduce|develop|describe|design|build|study|investigate)|this (?:paper|work) )/i
const RESULT = /\b(?:achiev|improv|outperform|reduc|speed|faster|accelerat|attain)\w*\b/i

/** Offsets into the clean abstract. */
export function chooseSentences(abstract: string): Pick<Paper, 'does' | 'result'> {
  const all = sentences(abstract)
  const read = (at: { start: number; end: number }): string => abstract.slice(at.start, at.end)
  return {
    does: all.find((at) => DOES.test(read(at))) ?? all[0] ?? null,
    result: all.find((at) => RESULT.test(read(at)) && /\d/.test(read(at))) ?? null,
  }
}
