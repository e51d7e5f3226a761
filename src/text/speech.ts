/** Written text as a voice should say it: mathematics, links and marks in words, in pieces of a breath. */
import { mathSpans } from './mathematics.ts'
import { sentences, type Sentence } from './sentences.ts'

/** A sentence, by its offsets in the text, and what is said for it. */
export interface SpokenSentence extends Sentence {
  readonly pieces: readonly string[]
}

/** Characters in a piece: some twelve seconds. Chromium's network voices fall silent after fifteen. */
const LONGEST_PIECE = 180

/** The sentences of a text; one too long for a breath has several pieces, cut at commas where there are some. */
export function speechOf(text: string): readonly SpokenSentence[] {
  return sentences(text)
    .map((sentence) => ({ ...sentence, pieces: pieces(spoken(text.slice(sentence.start, sentence.end))) }))
    .filter((sentence) => sentence.pieces.length > 0)
}

/** A text in words that can be said. */
export function spoken(written: string): string {
  // First, as most of the rules below would look at a run of spaces once from each of them.
  const text = written.replace(/\s+/g, ' ')
  let said = ''
  let end = 0
  for (const span of mathSpans(text)) {
    said += `${inWords(text.slice(end, span.start))}${besideWords(text, span.start)}`
    said += formula(text.slice(span.start + 1, span.end - 1))
    if (/[\p{L}\p{N}]/u.test(text[span.end] ?? '')) said += ' '
    end = span.end
  }
  said += inWords(text.slice(end))
  return said
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:!?)])/g, '$1')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .trim()
}

/** A space where a formula stands close to a word: `Align$^2$`. */
function besideWords(text: string, at: number): string {
  return /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') ? ' ' : ''
}

type Rules = readonly (readonly [RegExp, string])[]

/** In this order, as a later rule reads what an earlier one wrote. */
const WORDS: Rules = [
  [/\bhttps?:\/\/(?:www\.)?([\p{L}\p{N}.-]+[\p{L}\p{N}])(?:[^\s)\]}>"”,;]*[^\s)\]}>"”,;.:!?])?/gu, 'link to $1'],
  [/\be\.g\.,?/gi, 'for example,'],
  [/\bi\.e\.,?/gi, 'that is,'],
  [/\ba\.k\.a\.?/gi, 'also known as'],
  [/\bw\.r\.t\.?/gi, 'with respect to'],
  [/\bet al\./gi, 'and others'],
  [/\bvs\./gi, 'versus'],
  [/\\(?:emph|text\w*|math\w*|url)\{([^{}]*)\}/g, '$1'],
  [/\\%|%/g, ' percent'],
  [/\\([&#_$])/g, '$1'],
  [/\\([A-Za-z]+)/g, ' $1 '],
  [/\s*[—]\s*|\s+[–-]{1,3}\s+/g, ', '],
  [/(?<=\d)\s*[–-]\s*(?=[\d.]+)/g, ' to '],
  [/(?<=[\p{L}\p{N})])[-‐‑–](?=[\p{L}\p{N}(])/gu, ' '],
  [/(?<!\S)[-−](?=\d)/g, 'minus '],
  [/(?<=\d)\s*[×x](?=\s*\d)/gi, ' by '],
  [/(?<=\d)\s*(?:×|x\b)/gi, ' times'],
  [/[~∼≈](?=\s*[\d$])/g, 'about '],
  [/\s*±\s*/g, ' plus or minus '],
  [/\s*(?:≥|>=)\s*/g, ' at least '],
  [/\s*(?:≤|<=)\s*/g, ' at most '],
  [/\s*(?:→|->)\s*/g, ' to '],
  [/\s+&\s+/g, ' and '],
  [/``|''|[“”"`*_^{}~\\]|\p{Extended_Pictographic}/gu, ' '],
]

/** Small mathematics as one reads it out to a colleague; a command without a rule is said by its name. */
const FORMULA: Rules = [
  [/\\(?:left|right|bigl?|bigr?|Bigl?|Bigr?|displaystyle|limits|nolimits)\b|\\[,;!: ]|~/g, ' '],
  [/\\(?:text|math|operatorname|mbox|boldsymbol|bm|rm|bf|hat|bar|tilde|vec|overline)\w*\{([^{}]*)\}/g, '$1'],
  [/\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}/g, ' $1 over $2 '],
  [/\\sqrt\{([^{}]*)\}/g, ' the square root of $1 '],
  [/\^\{?\\circ\}?/g, ' degrees '],
  [/\^(?:\{2\}|2)(?!\d)/g, ' squared '],
  [/\^(?:\{3\}|3)(?!\d)/g, ' cubed '],
  [/\^\{([^{}]*)\}|\^(\\[A-Za-z]+|\S)/g, ' to the power of $1$2 '],
  [/_\{([^{}]*)\}|_(\\[A-Za-z]+|\S)/g, ' sub $1$2 '],
  [/([A-Za-z])\s*\(/g, '$1 of ('],
  [/\\times\b(?=\s*$)|\\times\b|\\cdot\b|\*/g, ' times '],
  [/\\(?:leq?|leqslant)\b|≤/g, ' at most '],
  [/\\(?:geq?|geqslant)\b|≥/g, ' at least '],
  [/\\(?:approx|simeq|sim)\b/g, ' about '],
  [/\\(?:right)?(?:to|arrow|rightarrow)\b/g, ' to '],
  [/\\pm\b/g, ' plus or minus '],
  [/\\infty\b/g, ' infinity '],
  [/\\in\b/g, ' in '],
  [/\\neq?\b/g, ' is not '],
  [/\\(?:ldots|cdots|dots)\b/g, ' and so on '],
  [/\\var(?=[a-z])/g, '\\'],
  [/\\([A-Za-z]+)/g, ' $1 '],
  [/\\?%/g, ' percent '],
  [/=/g, ' equals '],
  [/</g, ' less than '],
  [/>/g, ' greater than '],
  [/\+/g, ' plus '],
  [/\//g, ' over '],
  [/(?<=[\p{L}\p{N})}]\s*)[-−](?=\s*[\p{L}\p{N}(])|[-−]/gu, ' minus '],
  [/[{}()[\]|$\\]/g, ' '],
]

function inWords(text: string): string {
  return apply(WORDS, text)
}

function formula(source: string): string {
  return apply(FORMULA, source).replace(/\s+/g, ' ').trim()
}

function apply(rules: Rules, text: string): string {
  return rules.reduce((said, [what, how]) => said.replace(what, how), text)
}

/** Cuts at the last comma or the like that a breath reaches, else at a space. */
function pieces(said: string): readonly string[] {
  const cut: string[] = []
  let rest = said
  while (rest.length > LONGEST_PIECE) {
    const reach = rest.slice(0, LONGEST_PIECE)
    const comma = Math.max(...[', ', '; ', ': '].map((mark) => reach.lastIndexOf(mark)))
    const space = reach.lastIndexOf(' ')
    const at = comma > LONGEST_PIECE / 4 ? comma + 1 : space > 0 ? space : LONGEST_PIECE
    cut.push(rest.slice(0, at).trim())
    rest = rest.slice(at).trim()
  }
  return /[\p{L}\p{N}]/u.test(rest) ? [...cut, rest] : cut
}
