/** What is kept under an earlier id of a paper follows to the id by which it stands: nothing lost, in whatever order. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Edition } from '../../../src/digest/edition.ts'
import { followAliases, moveToStanding } from '../../../src/library/aliases.ts'
import { planMerge } from '../../../src/library/merge.ts'
import { keyOf, readRecord, type Change, type Envelope, type Put } from '../../../src/library/record.ts'
import { canonical } from '../../../src/library/stamp.ts'
import { openSample, samplePaper } from '../../support/library.ts'

const ALIASES = new Map([
  ['old', 'new'],
  ['older', 'new'],
])
const title = 'T'
const envelope = (put: Put, changed = 1): Envelope => ({ ...put, v: 1, changed })
const follow = (...puts: readonly Put[]): Change =>
  followAliases(
    puts.map((put) => envelope(put)),
    ALIASES,
  )
const copy = (id: string) => ({ ...samplePaper(1), id })

describe('what is kept under an earlier id', () => {
  it.each<[string, readonly Put[], Change]>([
    [
      'moves',
      [{ kind: 'done', id: 'old', data: { at: 3, title } }],
      [
        { kind: 'done', id: 'new', data: { at: 3, title } },
        { kind: 'done', id: 'old', data: null },
      ],
    ],
    [
      'moves in each list by itself, and was added the first time',
      [
        { kind: 'entry', id: 'a:old', data: { added: 2, title } },
        { kind: 'entry', id: 'b:old', data: { added: 3, title } },
        { kind: 'entry', id: 'b:new', data: { added: 9, title: 'N' } },
      ],
      [
        { kind: 'entry', id: 'a:new', data: { added: 2, title } },
        { kind: 'entry', id: 'a:old', data: null },
        { kind: 'entry', id: 'b:new', data: { added: 3, title: 'N' } },
        { kind: 'entry', id: 'b:old', data: null },
      ],
    ],
    [
      'is a copy with the new id',
      [{ kind: 'paper', id: 'old', data: copy('old') }],
      [
        { kind: 'paper', id: 'new', data: copy('new') },
        { kind: 'paper', id: 'old', data: null },
      ],
    ],
    [
      'is a paper of the reader’s own with the new id',
      [{ kind: 'mine', id: 'old', data: { at: 1, paper: copy('old') } }],
      [
        { kind: 'mine', id: 'new', data: { at: 1, paper: copy('new') } },
        { kind: 'mine', id: 'old', data: null },
      ],
    ],
    [
      'keeps the copy that stands, and the paper brought that stands',
      [
        { kind: 'paper', id: 'old', data: copy('old') },
        { kind: 'paper', id: 'new', data: { ...copy('new'), title: 'Stands' } },
        { kind: 'mine', id: 'old', data: { at: 1, paper: copy('old') } },
        { kind: 'mine', id: 'new', data: { at: 2, paper: copy('new') } },
      ],
      [
        { kind: 'paper', id: 'new', data: { ...copy('new'), title: 'Stands' } },
        { kind: 'paper', id: 'old', data: null },
        { kind: 'mine', id: 'new', data: { at: 2, paper: copy('new') } },
        { kind: 'mine', id: 'old', data: null },
      ],
    ],
    [
      'makes one link of two that are the same',
      [
        { kind: 'link', id: 'old', data: { url: 'https://a.example/', title } },
        { kind: 'link', id: 'new', data: { url: 'https://a.example/', title: 'N' } },
      ],
      [
        { kind: 'link', id: 'new', data: { url: 'https://a.example/', title: 'N' } },
        { kind: 'link', id: 'old', data: null },
      ],
    ],
    [
      'was done, refused and unfolded the first time, and shown on the last day',
      (['done', 'not-for-me', 'unfolded'] as const).flatMap((kind): readonly Put[] => [
        { kind, id: 'old', data: { at: 5, title } },
        { kind, id: 'new', data: { at: 3, title } },
      ]),
      (['done', 'not-for-me', 'unfolded'] as const).flatMap((kind): Change => [
        { kind, id: 'new', data: { at: 3, title } },
        { kind, id: 'old', data: null },
      ]),
    ],
    [
      'was shown on the day of the one that stands, where that is later',
      [
        { kind: 'shown', id: 'old', data: { day: '2026-11-20' } },
        { kind: 'shown', id: 'new', data: { day: '2026-11-22' } },
      ],
      [
        { kind: 'shown', id: 'new', data: { day: '2026-11-22' } },
        { kind: 'shown', id: 'old', data: null },
      ],
    ],
    [
      'makes one note of all',
      [
        { kind: 'note', id: 'older', data: { text: 'third', title } },
        { kind: 'note', id: 'old', data: { text: 'second', title } },
        { kind: 'note', id: 'new', data: { text: 'first', title } },
      ],
      [
        { kind: 'note', id: 'new', data: { text: 'first\n\nsecond\n\nthird', title } },
        { kind: 'note', id: 'old', data: null },
        { kind: 'note', id: 'older', data: null },
      ],
    ],
    [
      'says a note once',
      [
        { kind: 'note', id: 'old', data: { text: 'same', title } },
        { kind: 'note', id: 'new', data: { text: 'the same', title } },
      ],
      [
        { kind: 'note', id: 'new', data: { text: 'the same', title } },
        { kind: 'note', id: 'old', data: null },
      ],
    ],
    [
      'stays where the notes together are longer than one may be',
      [
        { kind: 'note', id: 'old', data: { text: 'a'.repeat(60_000), title } },
        { kind: 'note', id: 'new', data: { text: 'b'.repeat(60_000), title } },
      ],
      [],
    ],
    [
      'stays where another link is there',
      [
        { kind: 'link', id: 'old', data: { url: 'https://a.example/', title } },
        { kind: 'link', id: 'new', data: { url: 'https://b.example/', title } },
      ],
      [],
    ],
    [
      'was opened the last time, and shown on the last day',
      [
        { kind: 'opened', id: 'old', data: { at: 5, title } },
        { kind: 'opened', id: 'new', data: { at: 3, title } },
        { kind: 'shown', id: 'old', data: { day: '2026-11-22' } },
        { kind: 'shown', id: 'new', data: { day: '2026-11-20' } },
      ],
      [
        { kind: 'opened', id: 'new', data: { at: 5, title } },
        { kind: 'opened', id: 'old', data: null },
        { kind: 'shown', id: 'new', data: { day: '2026-11-22' } },
        { kind: 'shown', id: 'old', data: null },
      ],
    ],
    [
      'comes back where the new one was taken away, which the reader cannot have meant for this one',
      [
        { kind: 'entry', id: 'a:old', data: { added: 2, title } },
        { kind: 'entry', id: 'a:new', data: null },
      ],
      [
        { kind: 'entry', id: 'a:new', data: { added: 2, title } },
        { kind: 'entry', id: 'a:old', data: null },
      ],
    ],
    [
      'is what a saved search had found',
      [{ kind: 'search-opened', id: 's', data: { generation: 'g', day: '2026-11-22', found: ['new', 'old', 'x'] } }],
      [{ kind: 'search-opened', id: 's', data: { generation: 'g', day: '2026-11-22', found: ['new', 'x'] } }],
    ],
    [
      'is left alone where it is gone, or of another paper',
      [{ kind: 'note', id: 'x', data: { text: 'x', title } }],
      [],
    ],
  ])('%s', (_, before, after) => {
    expect(follow(...before)).toEqual(after)
  })

  const edition = (...ids: readonly string[]): Edition => ({
    ...{ kind: 'papers', day: '2026-11-22', number: 1, of: 1, since: null, generation: 'g', shown: 1, total: 1 },
    sections: [
      {
        ...{ kind: 'page', search: null, unseen: 1, seen: 0 },
        entries: ids.map((id) => ({ paper: copy(id), reason: { kind: 'page', rank: 0 }, also: [] })),
      },
    ],
    postscripts: [],
  })
  it.each([
    ['with its paper', ['old', 'x'], ['new', 'x']],
    ['which two ids of one paper leave as it is', ['old', 'new'], null],
    ['of which one of two earlier ids moves', ['older', 'old'], ['new', 'old']],
  ])('is an edition %s', (_, before, after) => {
    const record = { kind: 'edition', id: '2026-11-22', data: edition(...before) } as const
    expect(follow(record)).toEqual(after ? [{ ...record, data: edition(...after) }] : [])
  })

  it.each([
    ['with its paper', ['old', 'x'], ['new', 'x']],
    ['without it', ['x'], null],
  ])('is an edition of long ago %s', (_, before, after) => {
    const past = (ids: readonly string[]): Edition<{ readonly id: string; readonly title: string }> => {
      const entries = ids.map((id) => ({ paper: { id, title }, reason: { kind: 'page' as const, rank: 0 }, also: [] }))
      const sections = [{ kind: 'page' as const, search: null, unseen: 1, seen: 0, entries }]
      return { ...edition(), kind: 'papers', of: 1, sections, postscripts: [] }
    }
    const record = { kind: 'past-edition', id: '2026-11-22', data: past(before) } as const
    expect(follow(record)).toEqual(after ? [{ ...record, data: past(after) }] : [])
  })

  it('is no edition that shows nothing, and no search that found nothing known', () => {
    const { day, number, since, generation, shown, total } = edition()
    const last = { day, number, since, generation, shown, total, kind: 'last', saved: 0, unfolded: 0 } as const
    expect(follow({ kind: 'edition', id: day, data: last })).toEqual([])
    expect(follow({ kind: 'search-opened', id: 's', data: { generation, day } })).toEqual([])
    expect(follow({ kind: 'search-opened', id: 's', data: { generation, day, found: ['x'] } })).toEqual([])
  })

  it('is left alone where a later build wrote it, here or there', () => {
    const old = envelope({ kind: 'done', id: 'old', data: { at: 3, title } })
    const later = { ...old, v: 2 }
    expect(followAliases([later], ALIASES)).toEqual([])
    expect(followAliases([old, { ...later, id: 'new' }], ALIASES)).toEqual([])
  })

  it('is moved on disk once, and told to the reader’s snapshot', async () => {
    const library = await openSample()
    await library.write([{ kind: 'entry', id: 'to-read:old', data: { added: 2, title } }])
    await moveToStanding(library, ALIASES)
    expect([...library.snapshot.papers.keys()]).toEqual(['new'])
    const records = await library.records()
    await moveToStanding(library, ALIASES)
    expect(await library.records()).toEqual(records)
    library.close()
  })
})

const id = fc.constantFrom('old', 'older', 'new', 'x')
const put: fc.Arbitrary<Put> = fc.oneof(
  fc.record({
    kind: fc.constant('entry' as const),
    id: fc.tuple(fc.constantFrom('a', 'b'), id).map(([list, paper]) => `${list}:${paper}`),
    data: fc.option(fc.record({ added: fc.nat(3), title: fc.constant(title) })),
  }),
  fc.record({
    kind: fc.constant('note' as const),
    id,
    data: fc.option(fc.record({ text: fc.constantFrom('one', 'two', 'three'), title: fc.constant(title) })),
  }),
  fc.record({
    kind: fc.constantFrom('done' as const, 'opened' as const, 'unfolded' as const, 'not-for-me' as const),
    id,
    data: fc.option(fc.record({ at: fc.nat(3), title: fc.constant(title) })),
  }),
  fc.record({
    kind: fc.constant('shown' as const),
    id,
    data: fc.option(fc.record({ day: fc.constantFrom('2026-11-20', '2026-11-21') })),
  }),
)
const shelf = fc
  .array(fc.tuple(put, fc.nat(3)), { maxLength: 12 })
  .map((all) => [...new Map(all.map(([one, changed]) => [keyOf(one), envelope(one, changed)])).values()])

/** The records after the change, each written at one moment, which is later than all before. */
const followed = (records: readonly Envelope[]): readonly Envelope[] => {
  const change = followAliases(records, ALIASES).map((one) => envelope(one, 9))
  return [...new Map([...records, ...change].map((one) => [keyOf(one), one])).values()]
}
const merged = (a: readonly Envelope[], b: readonly Envelope[]): readonly Envelope[] => {
  const present = new Map(a.map((one) => [keyOf(one), one]))
  for (const one of planMerge(present, b).puts) present.set(keyOf(one), one)
  return [...present.values()]
}
const told = (records: readonly Envelope[]): readonly string[] =>
  records.flatMap((one) => (one.data === null ? [] : [`${keyOf(one)} ${canonical(one.data)}`])).sort()

describe('following', () => {
  it('leaves nothing behind, loses nothing, and has no more to do', () => {
    fc.assert(
      fc.property(shelf, (records) => {
        const after = followed(records)
        const alive = after.filter(({ data }) => data !== null)
        expect(alive.filter(({ id: one }) => one.includes('old'))).toEqual([])
        expect(followAliases(after, ALIASES)).toEqual([])
        const standing = (one: string) => one.replace(/\bold(?:er)?$/, 'new')
        for (const before of records) {
          const record = readRecord(before)
          if (!record?.data) continue
          const now = alive.find((one) => keyOf(one) === `${record.kind} ${standing(record.id)}`)
          expect(now, keyOf(record)).toBeDefined()
          const text = record.kind === 'note' ? record.data.text : ''
          expect(canonical(now?.data)).toContain(text)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('gives the same in whatever order the records come', () => {
    fc.assert(
      fc.property(
        shelf.chain((records) =>
          fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
        ),
        ([records, shuffled]) => {
          expect(told(followed(shuffled))).toEqual(told(followed(records)))
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('gives two devices the same, whichever of them had followed before they met', () => {
    fc.assert(
      fc.property(shelf, shelf, fc.boolean(), fc.boolean(), (a, b, first, second) => {
        const [one, other] = [first ? followed(a) : a, second ? followed(b) : b]
        expect(told(followed(merged(one, other)))).toEqual(told(followed(merged(other, one))))
      }),
      { numRuns: 1_000 },
    )
  })
})
