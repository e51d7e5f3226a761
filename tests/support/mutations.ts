/** Damaged and hostile inputs out of sound ones: the same seed gives the same. */

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What people have put into files to do harm, and what readers stumble over. */
const HOSTILE: readonly Uint8Array[] = [
  '\u0000',
  '\uFEFF',
  '\u2028',
  '\r',
  '\n'.repeat(50),
  ' '.repeat(2_000),
  '\u202Eabc',
  '👩‍🔬',
  'e\u0301'.repeat(20),
  '__proto__',
  '{"__proto__": {"title": "X"}},',
  '"constructor": {"prototype": 1},',
  '['.repeat(300),
  '{"a":'.repeat(300),
  ']'.repeat(20),
  '}'.repeat(20),
  '{{{'.repeat(300),
  '"',
  '\\',
  '\\u',
  '\\ud800',
  '\\u0000',
  'null',
  'true',
  '-0',
  '1e999',
  '9'.repeat(400),
  ','.repeat(100),
  '<a>'.repeat(100),
  '</entry>',
  '<entry>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '<?xml',
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>',
  '&a;&amp;&#0;&#x110000;&lt;'.repeat(20),
  '<id>http://arxiv.org/api/errors#x</id>',
  '@misc{',
  '@string{a = a # a}',
  '@comment{',
  ' and '.repeat(200),
  '\\begin{'.repeat(50),
  '$'.repeat(50),
  'TY  - JOUR\n',
  'ER  - \n',
  'AU  - ,,,,\n',
  '"date-parts": [[99999, 99]],',
  '"format": 99,',
  'https://arxiv.org/abs/' + '9'.repeat(50),
  'doi:10.' + '1'.repeat(200) + '/%E0%A4%A',
]
  .map(bytesOf)
  // No text in UTF-8: half a sign, one that is too long, a lone surrogate.
  .concat([Uint8Array.of(0xc3), Uint8Array.of(0xc0, 0xaf), Uint8Array.of(0xed, 0xa0, 0x80), Uint8Array.of(0xff, 0xfe)])

type Random = () => number

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array

const MUTATIONS: readonly Mutation[] = [
  // Cut.
  (bytes, random) => bytes.subarray(0, at(bytes, random)),
  // Without a part.
  (bytes, random) => {
    const [from, to] = range(bytes, random)
    return join(bytes.subarray(0, from), bytes.subarray(to))
  },
  // A part twice.
  (bytes, random) => {
    const [from, to] = range(bytes, random)
    return join(bytes.subarray(0, to), bytes.subarray(from))
  },
  // Two parts in each other's place.
  (bytes, random) => {
    const [a, b, c] = [at(bytes, random), at(bytes, random), at(bytes, random)].sort((x, y) => x - y)
    return join(bytes.subarray(0, a), bytes.subarray(b, c), bytes.subarray(a, b), bytes.subarray(c))
  },
  (bytes, random) => {
    const place = at(bytes, random)
    const hostile = HOSTILE[Math.floor(random() * HOSTILE.length)] ?? new Uint8Array()
    return join(bytes.subarray(0, place), hostile, bytes.subarray(place))
  },
  // A few letters, signs or digits of chance; sometimes any byte.
  (bytes, random) => {
    const changed = bytes.slice()
    for (let times = 1 + random() * 4; times > 0; times--)
      changed[at(bytes, random)] = Math.floor(random() < 0.1 ? random() * 256 : 32 + random() * 95)
    return changed
  },
]

/** One to three of them, one on the other. */
export function mutate(sample: Uint8Array, random: Random): Uint8Array {
  let bytes = sample
  for (let times = 1 + random() * 2; times > 0; times--)
    bytes = (MUTATIONS[Math.floor(random() * MUTATIONS.length)] ?? ((same) => same))(bytes, random)
  return bytes
}

function at(bytes: Uint8Array, random: Random): number {
  return Math.floor(random() * (bytes.length + 1))
}

function range(bytes: Uint8Array, random: Random): readonly [from: number, to: number] {
  const from = at(bytes, random)
  return [from, from + Math.floor(random() * Math.min(200, bytes.length - from + 1))]
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let place = 0
  for (const part of parts) {
    whole.set(part, place)
    place += part.length
  }
  return whole
}
