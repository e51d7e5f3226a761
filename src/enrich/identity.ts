/** The id of a paper: made from the words of its title alone, so that bookmarks outlive the corpus. */
import { fold } from '../text/fold.ts'

/** Crockford's base 32 in lower case: no letter that reads like a digit, safe in every URL. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'
/** Ten digits of five bits: among 100,000 papers two share an id with a chance of 1 in 200,000. */
const LENGTH = 10

/** TeX commands that only dress a text. */
const DRESS =
  /\\(?:text(?:bf|it|rm|sc|sf|tt|normal)?|emph|math(?:bf|bb|cal|it|rm|sf|tt)|bf|it|em|rm|sc|sf|tt|ensuremath)(?![A-Za-z])/g
const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega'.split(
    ' ',
  )

/** The title without case, accents, punctuation, spaces and LaTeX marks: equal for one paper, however it is written. */
export function titleKey(title: string): string {
  return fold(title.replace(DRESS, ''))
    .replace(/[α-ω]/g, (letter) => greekName(letter))
    .replace(/×/g, 'times')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Ten characters from a title key. */
export function paperId(key: string): string {
  let rest = fnv1a(key)
  rest = (rest >> 50n) ^ (rest & ((1n << 50n) - 1n))
  let id = ''
  for (let digit = 0; digit < LENGTH; digit++, rest >>= 5n) id = (DIGITS[Number(rest & 31n)] ?? '') + id
  return id
}

/** FNV-1a, 64 bits, over UTF-8: short, synchronous, and the same in every language anyone may check it with. */
function fnv1a(text: string): bigint {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  return hash
}

function greekName(letter: string): string {
  const code = letter === 'ς' ? 'σ'.charCodeAt(0) : letter.charCodeAt(0)
  const index = code - 'α'.charCodeAt(0)
  return GREEK[index > 17 ? index - 1 : index] ?? letter
}
