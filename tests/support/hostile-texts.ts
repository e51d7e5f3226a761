/** Texts that no reader means: what paste, phones and mischief put into a search box. */
import { pick, seeded } from './seeded.ts'

const LONG = 100_000
const fill = (part: string): string => part.repeat(Math.ceil(LONG / part.length))
const numbered = (count: number, join: string): string =>
  Array.from({ length: count }, (_, n) => `w${n.toString(36)}`).join(join)

/** By name; most are 100,000 characters long. */
export const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  ['one word', fill('a')],
  ['the same word', fill('transformer ')],
  ['10,000 words', numbered(10_000, ' ')],
  ['misspelt words', fill('transfromre gausian splaxting ')],
  ['2,000 ORs', numbered(2000, ' OR ')],
  ['ORs alone', fill('OR ')],
  ['5,000 brackets open', '('.repeat(5000)],
  ['5,000 brackets around a word', `${'('.repeat(5000)}flow${')'.repeat(5000)}`],
  ['brackets that close', fill(')')],
  ['quotes', fill('"')],
  ['a quote that never ends', `"${fill('flow ')}`],
  ['curly and full-width', fill('“（”）：－')],
  ['minus signs', fill('-')],
  ['negated brackets', fill('-(')],
  ['negated phrases', fill('-"of the" ')],
  ['names without values', fill('kind:')],
  ['names of groups', fill('title:(')],
  ['a field many times', fill('abstract:the ')],
  ['searches in searches', fill('search:Round ')],
  ['a value without end', `topic:${fill('x')}`],
  ['bait for patterns', fill('(a+)+$')],
  ['stars', fill('.*')],
  ['back references', fill(String.raw`\1\b[^`)],
  ['compounds', fill('a-')],
  ['signs of mathematics', `a${fill('$^{_}')}b`],
  ['points between digits', fill('1.')],
  ['emoji', fill('👩‍👩‍👧‍👦')],
  ['right to left', fill('שלום עולם ')],
  ['directions turned', fill('\u202eabc\u2066')],
  ['lone surrogates', fill('\ud800')],
  ['surrogates the wrong way round', fill('\udc00\ud800')],
  ['NUL', fill('a\0')],
  ['marks upon a letter', `a${fill('\u0301\u0323')}`],
  ['a sign that unfolds to eighteen', fill('\ufdfa')],
  ['letters in parts', fill('\u1100\u1161\u11a8')],
  ['spaces', `${fill('\u3000')}x`],
  ['nothing but space', fill(' ')],
  ['lines', fill('a\r\n')],
  ['properties of objects', '__proto__ constructor toString:x __proto__:y hasOwnProperty'],
  ['markup', '<img src=x onerror=alert(1)> {{a}} ${b} %00 %s'],
]

const PARTS = (
  '( ) " “ ” - － : ： （ ） OR AND or flow model the a-b sd3.5 π-Flow kind: kind:survey topic: title: abstract: list:"To read" ' +
  'is:saved saved:7d search:Round listed:7d votes:5 author:x \\ / . * + ? [ ] { } ^ $ | ~ ! 👩‍👩‍👧 é \u0301 \ud800 \udfff \0 \u202e ﷺ 1.2 ٣ ß ς ﬁ'
).split(' ')

/** So many texts of operators, words and signs in no order, the same ones each time. */
export function jumbled(count: number, seed: number): readonly string[] {
  const random = seeded(seed)
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + Math.floor(random() * 40) }, () => pick(PARTS, random) + (random() < 0.5 ? ' ' : '')).join(
      '',
    ),
  )
}

/** What runs where text is taken for code: as a page says it, as a formula, as an address. */
const RUNS = 'globalThis.ran=1;alert(1)'
const VECTORS: readonly string[] = [
  `<script>${RUNS}</script>`,
  `<img src=x onerror="${RUNS}">`,
  `<svg onload="${RUNS}">`,
  `<svg><script>${RUNS}</script></svg>`,
  `<math><mtext><img src=x onerror="${RUNS}"></mtext></math>`,
  `<iframe srcdoc="<script>parent.ran=1</script>"></iframe>`,
  `<iframe src="javascript:parent.ran=1"></iframe>`,
  `<a href="javascript:${RUNS}">open</a>`,
  `<body onload="${RUNS}">`,
  `<details open ontoggle="${RUNS}">`,
  `<input autofocus onfocus="${RUNS}">`,
  `<video><source onerror="${RUNS}"></video>`,
  `<object data="//evil.invalid/x"></object>`,
  `<link rel=stylesheet href="//evil.invalid/x.css">`,
  `<style>@import "//evil.invalid/x.css"</style>`,
  `<base href="//evil.invalid/">`,
  `<meta http-equiv=refresh content="0;url=//evil.invalid/">`,
  `<form action="//evil.invalid/"><button autofocus>go`,
  `{{constructor.constructor('${RUNS}')()}}`,
  `\${${RUNS}}`,
  `javascript:${RUNS}`,
  `data:text/html,<script>${RUNS}</script>`,
  `\\href{javascript:${RUNS}}{open}`,
  `\\url{javascript:${RUNS}}`,
  `\\includegraphics{//evil.invalid/x.png}`,
  `\\htmlStyle{background:url(//evil.invalid/)}{x}`,
  `\\class{x" onclick="${RUNS}}{y}`,
  `\\text{<img src=x onerror="${RUNS}">}`,
]
const AROUND: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `">${text}`,
  (text) => `'>${text}`,
  (text) => `</title></script></style></textarea>${text}`,
  (text) => `-->]]>${text}<!--`,
  (text) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (text) => `$${text}$`,
  (text) => text.replace(/[a-z]+(?=[ >=])/g, (word) => word.toUpperCase()),
  (text) => `\u202e${text}\u2066`,
]

/** Texts made to run, to load from elsewhere or to lead there, each in several disguises. */
export const PAYLOADS: readonly string[] = VECTORS.flatMap((text, n) =>
  AROUND.map((disguise, m) => `${disguise(text)} ${n}.${m}`),
)
