/** LaTeX commands of running text, as the characters they stand for. */

const SYMBOLS: Readonly<Record<string, string>> = {
  times: '×', pm: '±', cdot: '·', sim: '∼', approx: '≈', leq: '≤', le: '≤', geq: '≥', ge: '≥', neq: '≠', infty: '∞',
  rightarrow: '→', to: '→', leftarrow: '←', ldots: '…', dots: '…', ell: 'ℓ', textasciitilde: '~', textbackslash: '\\',
  textasciicircum: '^', textless: '<', textgreater: '>', textbar: '|', textunderscore: '_',
  alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', eta: 'η', theta: 'θ', kappa: 'κ', lambda: 'λ', mu: 'μ',
  nu: 'ν', xi: 'ξ', pi: 'π', rho: 'ρ', sigma: 'σ', tau: 'τ', phi: 'φ', chi: 'χ', psi: 'ψ', omega: 'ω',
  ss: 'ß', ae: 'æ', oe: 'œ', aa: 'å', o: 'ø', l: 'ł', i: 'ı', O: 'Ø', L: 'Ł', AE: 'Æ', S: '§', copyright: '©',
} // prettier-ignore

/** TeX's accents, as combining characters that NFC joins with the letter. */
const ACCENTS: Readonly<Record<string, string>> = {
  "'": '\u0301', '`': '\u0300', '^': '\u0302', '"': '\u0308', '~': '\u0303', '=': '\u0304', '.': '\u0307',
  c: '\u0327', v: '\u030C', u: '\u0306', H: '\u030B', k: '\u0328', r: '\u030A',
} // prettier-ignore

/** Running text without mathematics and links: commands, quotes, dashes and ties as characters. */
export function latexToText(text: string): string {
  let plain = text
  if (plain.includes('\\')) plain = commandsToText(plain)
  if (plain.includes('`')) plain = plain.replace(/``(?=\S)/g, '“').replace(/“([^“”]*?\S)''/g, '“$1”')
  if (plain.includes('~')) plain = plain.replace(/(?<=[\p{L}\p{N}.,:;)\]])~(?=\S)/gu, ' ')
  // "--flag" stays: a dash is between two words, or stands alone.
  if (plain.includes('--')) plain = plain.replace(/(?<![-\s])---?(?![-\s])|(?<=\s)---?(?=\s)/g, dash)
  if (plain.includes('{')) plain = plain.replace(/(?<![\w^\\}])\{(\p{L}[\p{L}\p{N}-]*)\}/gu, '$1')
  return plain
}

function dash(dashes: string): string {
  return dashes === '---' ? '—' : '–'
}

function commandsToText(text: string): string {
  return text
    .replace(/\\([\\])(?=\s|$)/g, ' ')
    .replace(/\\([%$&#_{}])/g, '$1')
    .replace(/\{\\(?:it|em|bf|sc|sf|tt|rm|sl)\s+([^{}]*)\}/g, '$1')
    .replace(/\\(?:emph|text(?:bf|it|sc|sf|tt|rm|sl)?|underline|mbox)\{([^{}]*)\}/g, '$1')
    .replace(/\\(?:(['`^"~=.])\s*\{?(\\?\p{L})\}?|([cvuHkr])(?:\{(\p{L})\}|\s+(\p{L})))/gu, accented)
    .replace(/\\(?:url|href)\{([^{}]*)\}/g, '$1')
    .replace(/\\([A-Za-z]+)(?:\{\})?\s?/g, (command, name: string) => {
      const space = /\s$/.test(command) ? ' ' : ''
      return (SYMBOLS[name] ?? name) + space
    })
}

function accented(whole: string, sign?: string, letter?: string, name?: string, held?: string, next?: string): string {
  const mark = ACCENTS[sign ?? name ?? '']
  const base = (letter ?? held ?? next ?? '').replace('\\', '')
  return mark && base ? (base + mark).normalize('NFC') : whole
}
