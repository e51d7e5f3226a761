/** The table of words: making it, its file and the faults of one, and which words lie near. */
import { describe, expect, it } from 'vitest'
import { makeWords } from '../../../src/meaning/make-words.ts'
import { createNearWords } from '../../../src/meaning/near-words.ts'
import { createDictionary } from '../../../src/text/dictionary.ts'
import { decodeWords, encodeWords } from '../../../src/meaning/words.ts'

const WORDS = ['picture', 'image', 'photo', 'engine', 'the']
const ROWS = Float64Array.of(1, 0.1, 0, 0, 0.9, 0.3, 0, 0, 0.8, 0, 0.4, 0, 0, 0, 0, 1, 1, 0, 0, 0)
const bytes = () => encodeWords(WORDS, 4, ROWS)

function table() {
  const read = decodeWords(bytes())
  if (!read.ok) throw new Error(read.error)
  return read.value
}

describe('the file', () => {
  it('gives back words and directions', () => {
    const { rows, directions, dimensions } = table()
    expect([[...rows], dimensions]).toEqual([WORDS.map((word, row) => [word, row]), 4])
    expect([...directions.subarray(0, 4), ...directions.subarray(12, 16)]).toEqual([7, 1, 0, 0, 0, 0, 0, 7])
  })
  const altered = (change: (whole: Uint8Array<ArrayBuffer>) => Uint8Array | undefined): Uint8Array => {
    const whole = bytes()
    return change(whole) ?? whole
  }
  it.each<[fault: string, change: Parameters<typeof altered>[0], said: RegExp]>([
    ['is empty', () => new Uint8Array(), /not a table/],
    ['is another file', (whole) => whole.fill(60), /not a table/],
    ['is of another version', (whole) => void (whole[4] = 9), /version 9/],
    ['is cut off in its head', (whole) => whole.subarray(0, 12), /not a table/],
    ['is cut off in its rows', (whole) => whole.subarray(0, 20), /cut off/],
    ['is cut off in its words', (whole) => whole.subarray(0, whole.length - 3), /damaged/],
    ['has a byte altered', (whole) => void (whole[17] = 1), /damaged/],
    ['says other dimensions', (whole) => void (whole[5] = 3), /cut off/],
    ['says more words than fit', (whole) => void (whole[10] = 255), /cut off/],
  ])('that %s is refused', (_, change, said) => {
    const read = decodeWords(altered(change))
    expect(!read.ok && read.error).toMatch(said)
  })
})

describe('near words', () => {
  const { near, knows } = createNearWords(table())
  const holding = (...words: readonly string[]) => [createDictionary([...words].sort())]
  const wordsNear = (word: string, dictionaries: Parameters<typeof near>[1]) =>
    near(word, dictionaries).map((one) => one.word)
  const all = holding(...WORDS, 'unknown')
  it('are those that papers hold and lie nearest, the nearest first, without stop words', () => {
    expect(wordsNear('picture', all)).toEqual(['image', 'photo'])
    expect(near('picture', all)[0]?.likeness).toBeCloseTo(0.97, 1)
    expect(wordsNear('engine', all)).toEqual([])
    expect(wordsNear('unheard', all)).toEqual([])
    expect([knows('photo'), knows('unheard')]).toEqual([true, false])
  })
  it('are told anew for other dictionaries, and of all of them', () => {
    expect(wordsNear('picture', holding('engine'))).toEqual([])
    expect(wordsNear('picture', [...holding('engine'), ...holding('photo')])).toEqual(['photo'])
    expect(wordsNear('picture', holding('image'))).toEqual(['image'])
  })
})

describe('making a table', () => {
  it('takes the frequent words and those of papers, in the order of the vectors, and the same bytes each time', () => {
    const vectors = new Map(
      [',', 'the', '2010', 'a', ...Array.from({ length: 12_600 }, (_, n) => `w${n.toString(36)}`), 'rare', 'rarer'].map(
        (word, n) => [word, [n % 7, n % 5, n % 3, 1]],
      ),
    )
    const made = makeWords(vectors, 4, new Set(['rarer']))
    const read = made.ok ? decodeWords(made.value) : made
    const words = read.ok ? [...read.value.rows.keys()] : []
    expect([words.length, words[0], words.at(-1), words.includes('rare')]).toEqual([12_501, 'the', 'rarer', false])
    expect(makeWords(vectors, 4, new Set(['rarer']))).toEqual(made)
  })
  it('says where there are no words', () => {
    expect(makeWords(new Map([[',', [1, 2]]]), 2, new Set())).toEqual({ ok: false, error: 'it holds no words' })
  })
})
