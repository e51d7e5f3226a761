/** A pack as bytes that are kept on the device, and back: typed arrays one after another, each at a multiple of four. */
import { openDictionary } from '../../text/dictionary.ts'
import type { Pack } from './pack.ts'

/*
 * 32-bit words, in the byte order of the device that keeps them: the checksum of all that follows, how many parts there
 * are, their lengths in bytes, then the parts: the name of the maker, the words, where each begins, where their lists
 * end, how many papers each stands in, the lists, the lengths of titles and of abstracts, the rows of keys, the keys;
 * the short beginnings, where their lists end, and these.
 */
const PARTS = 13
const HEAD = 2 + PARTS

/** `maker` names the code that made it: what other code has made is made anew. */
export function encodePack({ segment, lengths, keyRows, keySums }: Pack, maker: string): Uint8Array<ArrayBuffer> {
  const { dictionary, ends, papers, bytes, beginnings } = segment
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
  const numbers = [dictionary.starts, ends, papers, bytes, lengths.title, lengths.abstract, keyRows, keySums]
  const short = [utf8(beginnings.texts.join(' ')), beginnings.ends, beginnings.bytes]
  const parts = [utf8(maker), utf8(dictionary.text), ...numbers, ...short]
  const places = placesOf(parts.map(({ byteLength }) => byteLength))
  const file = new Uint8Array(places.at(-1) ?? 0)
  const head = new Uint32Array(file.buffer, 0, HEAD)
  head.set([PARTS, ...parts.map(({ byteLength }) => byteLength)], 1)
  parts.forEach((part, at) => file.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), places[at]))
  head[0] = sumOf(new Uint32Array(file.buffer, 4))
  return file
}

/** The pack in a file, without a copy; null where it is damaged, or of another maker. */
export function decodePack({ buffer }: Uint8Array<ArrayBuffer>, maker: string): Pack | null {
  if (buffer.byteLength < HEAD * 4 || buffer.byteLength % 4 !== 0) return null
  const head = new Uint32Array(buffer, 0, HEAD)
  if (head[0] !== sumOf(new Uint32Array(buffer, 4)) || head[1] !== PARTS) return null
  const sizes = [...head.subarray(2)]
  const places = placesOf(sizes)
  if (places.at(-1) !== buffer.byteLength) return null
  const bytesOf = (part: number): Uint8Array => new Uint8Array(buffer, places[part], sizes[part])
  const numbersOf = (part: number): Uint32Array => new Uint32Array(buffer, places[part], (sizes[part] ?? 0) / 4)
  const text = (part: number): string => new TextDecoder().decode(bytesOf(part))
  if (text(0) !== maker) return null
  const title = numbersOf(6)
  return {
    papers: title.length,
    segment: {
      dictionary: openDictionary(text(1), numbersOf(2)),
      firstRow: 0,
      ends: numbersOf(3),
      papers: numbersOf(4),
      bytes: bytesOf(5),
      beginnings: { texts: text(10).split(' '), ends: numbersOf(11), bytes: bytesOf(12) },
    },
    lengths: { title, abstract: numbersOf(7) },
    keyRows: numbersOf(8),
    keySums: numbersOf(9),
  }
}

/** Where parts of these sizes stand, and where the last ends. */
function placesOf(sizes: readonly number[]): readonly number[] {
  const places = [HEAD * 4]
  for (const size of sizes) places.push((places.at(-1) ?? 0) + Math.ceil(size / 4) * 4)
  return places
}

/** FNV-1a over every fourth 32-bit word, four times, as the four can be reckoned side by side. */
export function sumOf(words: Uint32Array): number {
  const prime = 0x01000193
  let [a, b, c, d] = [0x811c9dc5, 0x811c9dc5, 0x811c9dc5, 0x811c9dc5]
  for (let at = 0; at < words.length; at += 4) {
    a = Math.imul(a ^ (words[at] ?? 0), prime)
    b = Math.imul(b ^ (words[at + 1] ?? 0), prime)
    c = Math.imul(c ^ (words[at + 2] ?? 0), prime)
    d = Math.imul(d ^ (words[at + 3] ?? 0), prime)
  }
  return [b, c, d].reduce((sum, lane) => Math.imul(sum, 31) ^ lane, a) >>> 0
}
