/** Mends text that lost its backslashes on the way to the source; each rule asks for what sound text never has. */

interface Repair {
  readonly name: string
  /** Letters without which the pattern cannot match; looking for them is cheaper than the pattern. */
  readonly sign: string
  readonly pattern: RegExp
  readonly put: string | ((match: string, ...groups: string[]) => string)
}

export const REPAIRS: readonly Repair[] = [
  // "4.7 sim 71.3times", "4.8sim 20.3times": nobody writes "sim" between two numbers.
  { name: '∼ between numbers', sign: 'sim', pattern: /(?<=\d) ?sim ?(?=\d)/g, put: '∼' },
  // "sim2.2times", "approximately sim 2x": not "sim2real", nor "in sim 2x faster".
  { name: '∼ before a factor', sign: 'sim', pattern: /\bsim(?=\d+(?:\.\d+)?times)/g, put: '∼' },
  {
    name: '∼ after "approximately"',
    sign: 'sim',
    pattern: /(?<=\b(?:approximately|about|roughly) )sim (?=\d)/g,
    put: '∼',
  },
  // "256times256", "4.05times faster": a number and "times" are never one word.
  { name: '× after a number', sign: 'times', pattern: /(?<=\d)times(?![\p{L}])/gu, put: '×' },
  { name: '→ between numbers', sign: 'rightarrow', pattern: /(?<=\d) rightarrow (?=\d)/g, put: ' → ' },
  {
    name: '≤ ≥ before a number',
    sign: 'eq ',
    pattern: /\b([lg])eq (?=\d)/g,
    put: (_, side) => (side === 'l' ? '≤ ' : '≥ '),
  },
  // "scratchx2013a": a character code without its backslash. A word may end in "ex" or "nx" (index2013a), not in "hx".
  {
    name: 'a character code between letters',
    sign: 'x201',
    pattern: /(?<=[a-z][bcdfghjkmpqstvwz])x(201[0-9]|201[cd])(?=[a-z])/g,
    put: (_, code) => String.fromCharCode(Number.parseInt(code, 16)),
  },
  // "/efficient- NLP-multistage-training": an address never ends in a hyphen, so the next word is part of it.
  {
    name: 'a link broken after a hyphen',
    sign: 'http',
    pattern: /(?<=https?:\/\/\S+-) (?=[\w-]+(?:[.\s]|$))/g,
    put: '',
  },
  // "https://…/name{this url}": the text of a LaTeX link, left behind its address.
  { name: 'the text of a link', sign: '{', pattern: /(?<=https?:\/\/[^\s{}]+)\{[^{}]*\}/g, put: '' },
  { name: 'a word glued to a link', sign: 'http', pattern: /(?<=\p{L}):~?(?=https?:\/\/)/gu, put: ': ' },
  { name: 'a space before a full stop', sign: ' .', pattern: / +(?=\.(?:\s|$))/g, put: '' },
]

/** The text with every repair made that applies. */
export function repair(text: string): string {
  return REPAIRS.reduce(
    (mended, { sign, pattern, put }) =>
      mended.includes(sign) ? mended.replace(pattern, typeof put === 'string' ? () => put : put) : mended,
    text,
  )
}
