/** What each kind of record may hold, to the last sign; what lies outside is no record of this build. */
import { describe, expect, it } from 'vitest'
import { isLater, keyOf, readEnvelope, readRecord, versionOf, type Envelope } from '../../../src/library/record.ts'
import { samplePaper } from '../../support/library.ts'

const paper = samplePaper(1)
const long = (signs: number): string => 'x'.repeat(signs)
const title = 'T'
const reason = { kind: 'page', rank: 0 }
const entry = { paper, reason, also: [] }
const section = { kind: 'page', search: null, entries: [entry], unseen: 1, seen: 0 }
const dated = { day: '2026-11-22', number: 1, since: null, generation: 'g', shown: 1, total: 1 }
const edition = { ...dated, kind: 'papers', of: 1, sections: [section], postscripts: [] }
const last = { ...dated, kind: 'last', saved: 0, unfolded: 0 }
const pastEntry = { paper: { id: 'p1', title }, reason, also: [] }
const because = { kind: 'because', paper: 'p', title, terms: ['a'] }
const many = <One>(count: number, one: One): readonly One[] => Array.from({ length: count }, () => one)
const withSection = (some: object) => ({ ...edition, sections: [{ ...section, ...some }] })
const withReason = (one: object) => withSection({ entries: [{ ...entry, reason: one }] })

/** By kind: what it may hold, and what it may not. */
// prettier-ignore
const DATA: Readonly<Record<string, readonly [id: string, good: readonly unknown[], bad: readonly unknown[]]>> = {
  list: ['a', [{ name: 'A', order: 1 }, { name: long(200), order: -0.5 }], [{ name: '', order: 1 }, { name: long(201), order: 1 }, { name: 'A', order: Infinity }, { name: 'A', order: '1' }, { name: 'A' }, { order: 1 }, 'A']],
  entry: ['a:p', [{ added: 0, title }, { added: 1, title: long(2_000) }, { added: 1, title: '' }], [{ added: -1, title }, { added: 0.5, title }, { added: NaN, title }, { added: 1, title: long(2_001) }, { added: 1 }, { title }]],
  note: ['p', [{ text: 'x', title }, { text: long(100_000), title }], [{ text: '', title }, { text: long(100_001), title }, { text: 'x' }, { text: 7, title }]],
  link: ['p', [{ url: 'https://a.example/', title }], ['http://a.example/', 'https://', 'https://a b', ' https://a.example/', 'https://a.example/ x', 'x https://a.example/', `https://a.example/${long(2_000)}`].map((url) => ({ url, title }))],
  done: ['p', [{ at: 0, title }], [{ at: -1, title }, { at: 1 }, { title }, true]],
  opened: ['p', [{ at: 0, title }], [{ at: 1 }]],
  'not-for-me': ['p', [{ at: 0, title }], [{ at: 1 }]],
  unfolded: ['p', [{ at: 0, title }], [{ at: 1 }]],
  search: ['s', [{ name: 'S', query: '', order: 1 }, { name: 'S', query: long(4_000), sort: 'title', order: 1 }], [{ name: '', query: '', order: 1 }, { name: 'S', query: long(4_001), order: 1 }, { name: 'S', query: '', sort: long(21), order: 1 }, { name: 'S', query: '' }]],
  'search-opened': ['s', [{ generation: 'g', day: 'd' }, { generation: long(64), day: long(10), found: ['a'] }, { generation: 'g', day: 'd', found: many(2_000, 'a') }], [{ generation: long(65), day: 'd' }, { generation: 'g', day: long(11) }, { generation: 'g', day: 'd', found: many(2_001, 'a') }, { generation: 'g', day: 'd', found: ['__proto__'] }, { generation: 'g' }, { day: 'd' }]],
  finished: ['2026-11-22', [{ at: 1, minutes: 0 }], [{ at: 1, minutes: -1 }, { at: 1, minutes: 0.5 }, { at: 1 }, { minutes: 1 }]],
  shown: ['p', [{ day: '2026-11-22' }], [{ day: '2026-02-30' }, { day: 'today' }, {}]],
  mine: ['p', [{ at: 1, paper }], [{ at: 1 }, { at: -1, paper }, { at: 1, paper: { ...paper, title: 7 } }]],
  waiting: ['w', [{ at: 1, url: 'https://a.example/', title: '' }], [{ at: 1, url: 'http://a.example/', title: '' }, { at: 1, url: 'https://a.example/' }]],
  setting: ['x', ['text', long(20_000), 1, true], [long(20_001), ['x'], { x: 1 }, undefined]],
  paper: ['p', [paper, { ...paper, abstract: long(20_000), title: long(2_000), system: long(200), projectLink: 'http://a.example', topics: many(16, long(64)), codeLinks: many(64, 'https://a.example'), result: { start: 1, end: 2 } },
    { ...paper, authors: many(5_000, long(200)), listed: '2026-11-22', published: '2026', votes: 0, arxiv: 'hep-ex/0307015', doi: '10.1/x', page: 'https://a.example' }, { ...paper, published: '2026-11' }, { ...paper, published: '2026-11-22', arxiv: '2605.00001' }],
    [{ abstract: long(20_001) }, { title: long(2_001) }, { system: long(201) }, { projectLink: 'javascript:x' }, { projectLink: 'x https://a.example' }, { projectLink: 'https://a b' }, { projectLink: `https://${long(2_000)}` }, { topics: many(17, 't') }, { topics: [long(65)] }, { codeLinks: many(65, 'https://a.example') }, { rank: -1 }, { rank: 0.5 },
      { kind: 'poem' }, { code: 'yes' }, { does: { start: 3, end: 3 } }, { does: { start: 4, end: 3 } }, { result: { start: -1, end: 3 } }, { result: { end: 3 } }, { id: '-p' }, { id: long(65) }, { id: '' },
      { authors: many(5_001, 'A') }, { authors: [long(201)] }, { authors: 'A' }, { listed: '2026-13-01' }, { published: '2026-1' }, { published: 'x2026' }, { published: '2026x' }, { published: '2026-11-22-01' }, { votes: -1 }, { votes: 0.5 }, { votes: null },
      { arxiv: 'a b' }, { arxiv: long(41) }, { arxiv: '' }, { arxiv: 'x/y/1' }, { arxiv: '/1' }, { arxiv: '1/2x' }, { doi: '11.1/x' }, { doi: 'x10.1/x' }, { doi: '10.1 x' }, { doi: '10.' }, { doi: '10.1/x"' }, { doi: `10.${long(2_000)}` }, { page: 'ftp://a.example' }].map((some) => ({ ...paper, ...some }))],
  edition: ['2026-11-22', [edition, last, { ...edition, listed: { from: '2026-11-21', to: '2026-11-22', papers: 3 }, since: '2026-11-20', generation: long(64) },
    withReason({ kind: 'search', search: 's', name: long(200) }), withReason({ ...because, title: long(2_000), terms: many(20, long(200)) }), withReason({ kind: 'page', rank: 3, votes: 7 }), withReason({ kind: 'again', saved: '2026-11-01' }),
    withSection({ kind: 'search', search: { id: long(64), name: long(200) } }), withSection({ kind: 'because', seenIds: many(200, 'p') }), withSection({ kind: 'again', entries: many(100, entry) }), withSection({ entries: [{ ...entry, also: many(100, reason) }] }),
    { ...edition, sections: many(200, { ...section, entries: [] }), postscripts: many(100, { day: '2026-11-22', entries: [] }) }, { ...edition, postscripts: [{ day: '2026-11-23', entries: [entry] }] }],
    [{ ...edition, day: '2026-11-31' }, { ...edition, number: -1 }, { ...edition, of: 0.5 }, { ...edition, kind: 'other' }, { ...edition, since: 'x' }, { ...edition, generation: long(65) }, { ...edition, shown: '1' }, { ...edition, total: -1 }, { ...edition, listed: { from: '', to: '2026-11-22', papers: 1 } }, { ...edition, listed: { from: '2026-11-22', to: '2026-11-22' } },
      { ...last, saved: -1 }, { ...last, unfolded: undefined }, withReason({ kind: 'search', search: 's', name: long(201) }), withReason({ kind: 'search', search: long(65), name: '' }), withReason({ ...because, title: long(2_001) }), withReason({ ...because, terms: many(21, 'a') }), withReason({ ...because, terms: [long(201)] }), withReason({ ...because, paper: 7 }),
      withReason({ kind: 'page', rank: -1 }), withReason({ kind: 'page', rank: 1, votes: -1 }), withReason({ kind: 'again', saved: 'x' }), withReason({ kind: 'luck' }), withSection({ kind: 'other' }), withSection({ search: { id: 's' } }), withSection({ search: { id: 's', name: long(201) } }), withSection({ unseen: -1 }), withSection({ seen: undefined }), withSection({ seenIds: many(201, 'p') }), withSection({ seenIds: [long(65)] }), withSection({ entries: many(101, entry) }), withSection({ entries: [{ ...entry, also: many(101, reason) }] }), withSection({ entries: [{ paper: { id: 'p1', title }, reason, also: [] }] }),
      { ...edition, sections: many(201, { ...section, entries: [] }) }, { ...edition, postscripts: many(101, { day: '2026-11-22', entries: [] }) }, { ...edition, postscripts: [{ day: 'x', entries: [] }] }]],
  'past-edition': ['2026-11-22', [{ ...edition, sections: [{ ...section, entries: [pastEntry] }] }, last], [{ ...edition, sections: [{ ...section, entries: [{ ...pastEntry, paper: { id: 'p1' } }] }] }, { ...edition, sections: [{ ...section, entries: [{ ...pastEntry, paper: { id: long(65), title } }] }] }, { ...edition, sections: [{ ...section, entries: [{ ...pastEntry, paper: { id: 'p1', title: long(2_001) } }] }] }]],
}
const envelope = (kind: string, id: string, data: unknown): Envelope => ({ kind, id, v: 1, changed: 1, data })

describe.each(Object.entries(DATA))('a record of the kind %s', (kind, [id, good, bad]) => {
  it('may hold what it is for, and null where it is gone', () => {
    for (const data of [...good, null]) expect(readRecord(envelope(kind, id, data)), JSON.stringify(data).slice(0, 200)).toEqual({ kind, id, data })
  }) // prettier-ignore
  it('may hold nothing else', () => {
    const taken = bad.filter((data) => readRecord(envelope(kind, id, data)) !== null)
    expect(taken.map((data) => JSON.stringify(data).slice(0, 200))).toEqual([])
  })
  it('is of this build', () => {
    expect(isLater(envelope(kind, id, null))).toBe(false)
    expect(isLater({ ...envelope(kind, id, null), v: 2 })).toBe(true)
  })
})

describe('the id of a record', () => {
  it.each([
    ['of a paper', 'done', ['p', 'A-b_c.9', long(64)], ['', '-p', '.p', '__proto__', 'a b', 'a:b', 'ä', long(65), 'a\n']],
    ['of an entry', 'entry', ['a:p', `${long(64)}:${long(64)}`], ['a', 'a:', ':p', 'a:p:q', '-a:p', 'a:-p', `${long(65)}:p`, `a:${long(65)}`, ' a:p', 'a:p ']],
    ['of a day', 'finished', ['2026-11-22', '2028-02-29'], ['2026-02-29', '2026-11-22T', 'today']],
  ] as const)('%s', (_, kind, good, bad) => {
    const isId = (id: string): boolean => readRecord(envelope(kind, id, null)) !== null
    expect([good.filter(isId), bad.filter(isId)]).toEqual([good, []])
  }) // prettier-ignore
})

describe('an envelope', () => {
  const good = envelope('note', 'p', { of: ['a later build'] })
  it.each([
    ['of any kind and data', good, true],
    ['of a later kind', { ...good, kind: 'x', v: 9 }, true],
    ['of a long kind and id', { ...good, kind: `a${'-b'.repeat(15)}c`, id: `a${':'.repeat(128)}` }, true],
    ['that is gone', { ...good, data: null }, true],
    ['without data', { ...good, data: undefined }, false],
    ['of version 0', { ...good, v: 0 }, false],
    ['of half a version', { ...good, v: 1.5 }, false],
    ['without a time', { ...good, changed: undefined }, false],
    ['of a time before all', { ...good, changed: -1 }, false],
    ['of no kind', { ...good, kind: '' }, false],
    ['of a kind with signs', { ...good, kind: 'no te' }, false],
    ['of a kind that begins otherwise', { ...good, kind: '-note' }, false],
    ['of a kind in capitals', { ...good, kind: 'Note' }, false],
    ['of a kind too long', { ...good, kind: long(33) }, false],
    ['without id', { ...good, id: '' }, false],
    ['of an id that begins otherwise', { ...good, id: '_p' }, false],
    ['of an id with signs', { ...good, id: 'a b' }, false],
    ['of an id too long', { ...good, id: long(130) }, false],
    ['that is none', null, false],
    ['that is a text', 'note p', false],
  ])('%s', (_, input, isOne) => {
    expect(readEnvelope(input)).toEqual(isOne ? input : null)
  })
  it('of names that objects have is of no kind', () => {
    for (const kind of ['constructor', 'valueOf', 'hasOwnProperty']) expect(isLater(envelope(kind, 'p', null))).toBe(true)
    expect(readRecord(envelope('constructor', 'p', null))).toBeNull()
  }) // prettier-ignore
  it('has one key, and the version that this build writes', () => {
    expect([keyOf(good), versionOf('note')]).toEqual(['note p', 1])
  })
})
