/** Chooses the two sentences of an entry: what the paper does, and its result where a number is stated. */
import type { Paper, Span } from '../corpus/paper.ts'
import { sentences } from '../text/sentences.ts'

/** Verbs of offering something made, and of looking into something. */
const OFFER = String.raw`(?:present|propos|introduc|develop|releas|describ|design|devis|offer|creat|formulat|build|built|construct|contribut|open[- ]sourc|provid|position|craft)\w*`
const STUDY = String.raw`(?:stud(?:y|ies)|investigat\w*|explor\w*|analy[sz]\w*|examin\w*|address\w*|evaluat\w*|show|prove|argue|seek|aim|identify|revisit\w*|leverag\w*|incorporat\w*|consider|focus|cast|use|partition|perform|position|expand|integrate|set)`
const ADVERB = String.raw`(?:\w+ly |thus |then |also |first |further |here |instead |hence |are able to |design and |opt to )*`
const WORK = String.raw`(?:paper|work|study|research|article|report|thesis|survey)`

const OFFERS = new RegExp(String.raw`\b${OFFER} (?:[\w-]+ ){0,2}$`)

/** What makes a sentence likely to say what the paper does, with its weight. */
const DOES: readonly (readonly [RegExp, number])[] = [
  [new RegExp(String.raw`\b(?:we|I) ${ADVERB}${OFFER}\b`, 'i'), 10],
  [new RegExp(String.raw`\b(?:this|our|the) ${WORK} (?:\w+ly |thus |also |first )?${OFFER}\b`, 'i'), 10],
  [/\bby presenting\b|\bwe address\b.*\b(?:introduc|present|propos)ing\b/i, 8],
  [new RegExp(String.raw`\b(?:this|our|the present) ${WORK} ${STUDY}\b`, 'i'), 8],
  [new RegExp(String.raw`\bin this ${WORK},? .{0,80}?\b(?:we|I) ${ADVERB}${STUDY}\b`, 'i'), 2.5],
  [new RegExp(String.raw`\bwe ${ADVERB}${STUDY}\b`, 'i'), 4.5],
  [/\b(?:a|an|the first) (?:novel|new|unified|simple|efficient|scalable|\w+-based)\b/i, 1],
  [/\b(?:called|named|dubbed|termed|referred to as|\([A-Z][\w.-]*[A-Z0-9][\w.-]*\))/, 1],
  [
    new RegExp(
      String.raw`\b(?:in this ${WORK}|in response|to (?:address|bridge|overcome|solve|tackle|mitigate|alleviate|fill|achieve|this end|realize)|therefore)\b`,
      'i',
    ),
    1.5,
  ],
  [
    /^(?:also|additionally|moreover|furthermore|finally|besides|specifically|first|second|third|then|in addition|notably|concretely|meanwhile|in the cases?|when|if)\b/i,
    -4,
  ],
  [/\bwe (?:also|further|then|additionally|finally)\b/i, -3],
  [
    /\b(?:existing|previous|prior|recent(?:ly)?|traditional|current|conventional) (?:\w+ )?(?:methods?|approaches|works?|studies|systems|models)\b/i,
    -2,
  ],
  [
    /^(?:experiments?|extensive|our (?:results?|experiments?|evaluations?|analys)|results?|evaluations?|empirical)/i,
    -6,
  ],
  [/\b(?:outperform|surpass|achiev)\w*\b/i, -1],
  [/\bhttps?:/, -6],
]

/** A quantity that reads as an outcome: a share, a factor, a rate or a score; not a size, a year or a name. */
const FACTOR = String.raw`\d[\d,.]*\s?(?:%|×|x\b|X\b|percent\b|times\b|points?\b|BLEU\b|F1\b|FPS\b|fps\b|Gbps\b|petaFLOP|dB\b|ms\b|s\b|seconds?\b|minutes\b|(?:GPU )?hours\b(?! of))`
const SCORE = String.raw`\b(?:FID|BLEU|accuracy|F1|WER|score|rate|loss|perplexity|instances|improvements?|lift|gains?)\b[^.;]{0,25}?\b(?:of|from|to|about|up to)\s[^.;]{0,12}?\d[\d.]*`
const QUANTITY = new RegExp(`(?:${FACTOR}|${SCORE}|\\b(?:by|of) (?:up to |about |over )?[+-]?\\d+\\.\\d+)`)
const OUTCOME =
  /\b(?:achiev|improv|reduc|outperform|increas|decreas|speed|fast|accelerat|attain|surpass|reach|obtain|exceed|cut|sav|gain|drop|rais|yield|lower|higher|throughput|utiliz|deliver|scal|smaller|win rate|preferred|success|latency|takes?\b|require|exhibit|overhead|supports?\b|cost|less\b)/i
const MEASURED =
  /\b(?:experiments?|evaluations?|results?|empirical|demonstrate|we (?:achieve|observe|show|evaluate)|up to|compared (?:to|with)|on average|than)\b/i

/** Offsets into the clean abstract; an abstract of one sentence says what the paper does with it. */
export function chooseSentences(abstract: string, system: string | null): Pick<Paper, 'does' | 'result'> {
  const all = sentences(abstract)
  const words = all.map(({ start, end }) => abstract.slice(start, end))
  const does = best(words.map((text, index) => doesScore(text, index, system)))
  const result = best(words.map((text, index) => (index === does ? -1 : resultScore(text, index > does, system))))
  return { does: spanOf(all, does), result: spanOf(all, result) }
}

function doesScore(text: string, index: number, system: string | null): number {
  const signs = DOES.reduce((sum, [sign, weight]) => sum + (sign.test(text) ? weight : 0), 0)
  const named = system !== null && text.includes(system)
  const defined = named && text.startsWith(system) && / is an? | is the /.test(text.slice(0, system.length + 80))
  const offered = named && OFFERS.test(text.slice(0, text.indexOf(system)))
  return signs + (named ? 2 : 0) + (offered ? 2 : 0) + (defined ? 7 : 0) + (index === 0 ? 0.5 : 0) - index * 0.25 + 3
}

function resultScore(text: string, afterDoes: boolean, system: string | null): number {
  if (!afterDoes || !QUANTITY.test(text) || !OUTCOME.test(text)) return -1
  const named = /\b(?:our|we)\b/i.test(text) || (system !== null && text.includes(system))
  return 1 + (MEASURED.test(text) ? 2 : 0) + (named ? 1 : 0) + (/%|×|\dx\b/.test(text) ? 1 : 0)
}

/** Index of the highest score above zero, the first of equals; -1 where there is none. */
function best(scores: readonly number[]): number {
  let found = -1
  scores.forEach((score, index) => {
    if (score > 0 && score > (scores[found] ?? 0)) found = index
  })
  return found
}

function spanOf(all: readonly Span[], index: number): Span | null {
  const sentence = all[index]
  return sentence ? { start: sentence.start, end: sentence.end } : null
}
