/** The packed index against a plain scan, whatever papers come and go, in one segment or in many. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pick, seeded } from '../../support/seeded.ts'
import { PackBuilder } from '../../../src/search/packed/pack.ts'
import { decodePack, encodePack } from '../../../src/search/packed/pack-file.ts'
import { PackedIndex } from '../../../src/search/packed/packed-index.ts'
import { FIELDS, type Field, type Slot, type WordIndex } from '../../../src/search/engine/word-index.ts'

const VOCABULARY = ['a', 'ab', 'abc', 'b', 'ba', 'bab', 'c', 'ca', 'é', 'éa', '一', '𝒜b']
const word = fc.constantFrom(...VOCABULARY)
const text = fc.array(word, { maxLength: 40 })
interface Paper {
  readonly title: readonly string[]
  readonly abstract: readonly string[]
}
const paper = fc.record({ title: fc.array(word, { maxLength: 4 }), abstract: text })
const slot: fc.Arbitrary<Slot> = fc.record({
  words: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
  phrases: fc.array(
    fc.record({
      words: fc.constant([]),
      forms: fc.array(fc.uniqueArray(word, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 1 },
  ),
  open: fc.boolean(),
  optional: fc.boolean(),
})
const query = fc.record({
  slots: fc.array(slot, { minLength: 1, maxLength: 3 }),
  need: fc.constantFrom('all' as const, 'any' as const),
})

/** Papers in an index; after each number of `ends` a pack ends, and has been a file. */
function indexOf(papers: readonly Paper[], ends: readonly number[] = [], gone: readonly number[] = []): WordIndex {
  const index = new PackedIndex()
  let first = 0
  let builder = new PackBuilder()
  papers.forEach(({ title, abstract }, row) => {
    builder.add({ title, abstract, keys: [title.join(' ')] })
    if (!ends.includes(row) && row < papers.length - 1) return
    const pack = decodePack(encodePack(builder.pack(), 'here'), 'here')
    if (!pack) throw new Error('a pack is lost on its way through a file')
    index.adopt(pack, first)
    first = row + 1
    builder = new PackBuilder()
  })
  for (const row of gone) index.remove(row)
  return index
}

const only = ({ title, abstract }: Paper, field: Field | null): Paper => ({
  title: field === 'abstract' ? [] : title,
  abstract: field === 'title' ? [] : abstract,
})
const stands = ({ title, abstract }: Paper, { words: [typed = '', ...others], phrases = [], open }: Slot): boolean => {
  const held = [...title, ...abstract]
  return (
    held.some((one) => one === typed || (open && one.startsWith(typed)) || others.includes(one)) ||
    phrases.some(({ forms }) => forms.every((some) => some.some((one) => held.includes(one))))
  )
}

describe('a packed index', () => {
  it('finds what a plain scan finds, and knows its words', () => {
    fc.assert(
      fc.property(
        fc.array(paper, { minLength: 1, maxLength: 30 }),
        fc.array(fc.nat(30)),
        fc.uniqueArray(fc.nat(29), { maxLength: 8 }),
        query,
        (papers, ends, out, { slots, need }) => {
          const gone = out.filter((row) => row < papers.length)
          const index = indexOf(papers, ends, gone)
          const left = papers.map((one, row) => ({ ...one, row })).filter(({ row }) => !gone.includes(row))
          const required = slots.filter(({ optional }) => !optional)
          const fits = (one: Paper): boolean =>
            need === 'all' || required.length === 0
              ? required.every((wanted) => stands(one, wanted))
              : required.some((wanted) => stands(one, wanted))
          const found = [...index.match({ slots, need }).rows]
          expect(found).toEqual(left.filter(fits).map(({ row }) => row))
          for (const wanted of slots)
            for (const field of [null, ...FIELDS]) {
              const rows = index.rowsWith(wanted, field)
              const marked = left.map(({ row }) => rows[row])
              expect([field, marked]).toEqual([field, left.map((one) => Number(stands(only(one, field), wanted)))])
            }
          const words = new Set(left.flatMap(({ title, abstract }) => [...title, ...abstract]))
          const known = index
            .dictionaries()
            .flatMap(({ size, at }) => Array.from({ length: size }, (_, place) => at(place)))
            .filter((one) => index.papersWith(one) > 0)
          expect(new Set(known)).toEqual(words)
          for (const one of VOCABULARY) {
            const papersWith = left.filter(({ title, abstract }) => [...title, ...abstract].includes(one)).length
            expect([one, index.papersWith(one)]).toEqual([one, papersWith])
            expect([one, index.begins(one)]).toEqual([one, [...words].some((other) => other.startsWith(one))])
          }
        },
      ),
      { numRuns: 300, seed: 20261122 },
    )
  })

  it('scores papers alike in one segment, in many, and beside papers that are gone', () => {
    const scores = (index: WordIndex, slots: readonly Slot[]) => {
      const { rows, scores } = index.match({ slots, need: 'any' })
      return [...rows].map((row, at) => [row, scores[at]?.toFixed(9)])
    }
    fc.assert(
      fc.property(
        fc.array(paper, { minLength: 1, maxLength: 40 }),
        fc.array(fc.nat(40), { maxLength: 30 }),
        query,
        (papers, ends, { slots }) => {
          const expected = scores(indexOf(papers), slots)
          expect(scores(indexOf(papers, ends), slots)).toEqual(expected)
          const over = papers.map((_, row) => papers.length + row)
          expect(scores(indexOf([...papers, ...papers.toReversed()], ends, over), slots)).toEqual(expected)
        },
      ),
      { numRuns: 200, seed: 20261122 },
    )
  })

  it('answers the same from two hundred packs as from one', () => {
    const papers = Array.from({ length: 200 }, (_, row) => ({
      title: [VOCABULARY[row % VOCABULARY.length] ?? ''],
      abstract: [VOCABULARY[(row * 5) % 7] ?? '', `number${String(row)}`],
    }))
    const many = indexOf(
      papers,
      papers.map((_, row) => row),
      [3, 150],
    )
    const query = { slots: [{ words: ['b'], open: true, optional: false }], need: 'all' } as const
    expect(many.match(query)).toEqual(indexOf(papers, [], [3, 150]).match(query))
    expect(many.dictionaries().length).toBeLessThan(70)
    expect(papers.map((_, row) => many.papersWith(`number${String(row)}`)).filter((count) => count !== 1)).toEqual([
      0, 0,
    ])
    expect(many.rowsCalled(papers[199]?.title.join(' ') ?? '')).toContain(199)
  })

  it('knows what a letter or two begin, be it by one list or by those of all the words', () => {
    const random = seeded(7)
    const words = Array.from({ length: 400 }, (_, at) => pick(['a', 'ab', 'abc', 'b'], random) + String(at))
    const papers = Array.from({ length: 90 }, () => ({
      title: [pick(words, random)],
      abstract: Array.from({ length: 30 }, () => pick([...words, 'ab'], random)),
    }))
    const one = indexOf(papers)
    const many = indexOf(
      papers,
      papers.map((_, row) => row),
    )
    for (const typed of ['a', 'ab', 'b', 'abc', 'c'])
      for (const others of [[], ['b1']]) {
        const slot = { words: [typed, ...others], open: true, optional: false }
        const { rows, scores } = one.match({ slots: [slot], need: 'all' })
        const expected = many.match({ slots: [slot], need: 'all' })
        expect([...rows]).toEqual(papers.flatMap((paper, row) => (stands(paper, slot) ? [row] : [])))
        expect([...rows]).toEqual([...expected.rows])
        expect([...scores].map((score) => score.toFixed(9))).toEqual(
          [...expected.scores].map((score) => score.toFixed(9)),
        )
      }
  })

  it.each([
    ['more words of one kind than are counted', Array.from({ length: 40 }, () => 'a')],
    ['a paper without words', []],
  ])('takes %s', (_, abstract) => {
    const index = indexOf([{ title: ['b'], abstract }])
    expect([...index.match({ slots: [{ words: ['b'], open: false, optional: false }], need: 'all' }).rows]).toEqual([0])
  })

  it('takes rows that lie far apart in a list', () => {
    const papers = Array.from({ length: 20_000 }, (_, row) => ({
      title: [row % 9_999 === 0 ? 'rare' : 'often'],
      abstract: [],
    }))
    const slots = [{ words: ['rare'], open: false, optional: false }]
    expect([...indexOf(papers).match({ slots, need: 'all' }).rows]).toEqual([0, 9_999, 19_998])
  })
})
