/** What is kept under an earlier id of a paper follows to the id by which it stands. */
import { describe, expect, it } from 'vitest'
import { followAliases, moveToStanding } from '../../../src/library/aliases.ts'
import type { Change, Put } from '../../../src/library/record.ts'
import { ALIASES, copy, envelope, follow, title } from '../../support/earlier-ids.ts'
import { openSample } from '../../support/library.ts'

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
