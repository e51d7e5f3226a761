/** An edition of long ago, put together from what there still is. */
import { describe, expect, it } from 'vitest'
import { isPast, recall } from '../../../src/app/state/recall.ts'
import { ok } from '../../../src/base/result.ts'
import { asThere, titleOnly } from '../../../src/corpus/title-only.ts'
import { entriesOf, type PaperEdition } from '../../../src/digest/edition.ts'
import { EMPTY, type Kept } from '../../../src/library/snapshot.ts'
import { samplePaper } from '../../support/library.ts'

const [saved, present, gone] = [1, 2, 3].map(samplePaper)
const past: PaperEdition = {
  ...{ kind: 'papers', day: '2026-01-01', number: 1, of: 1, since: null, generation: 'one', shown: 3, total: 3 },
  sections: [
    {
      ...{ kind: 'page', search: null, unseen: 3, seen: 0 },
      entries: [1, 2, 3].map((n) => ({
        paper: titleOnly(samplePaper(n)),
        reason: { kind: 'page', rank: n },
        also: [],
      })),
    },
  ],
  postscripts: [],
}

const nothing = { strays: [], note: null, link: null, done: null, opened: null, notForMe: null, unfolded: null }
const keptCopy: Kept = { id: 'p1', title: 'Paper 1', paper: saved ?? null, lists: new Map(), ...nothing }

describe('an edition of which titles are kept', () => {
  it('shows the reader’s own copies, then the papers of the corpus, and titles where both are gone', async () => {
    const library = { of: (id: string) => (id === saved?.id ? keptCopy : undefined), snapshot: EMPTY }
    const client = { paper: (id: string) => Promise.resolve(ok({ paper: id === present?.id ? present : null })) }
    const whole = await recall({ library, client } as unknown as Parameters<typeof recall>[0], past)
    expect(entriesOf(whole).map(({ paper }) => paper)).toEqual([saved, present, gone && titleOnly(gone)])
    expect(entriesOf(whole).map(({ paper }) => asThere(paper))).toEqual([
      saved,
      present,
      { id: 'p3', title: 'Paper 3' },
    ])
    expect([isPast(past), isPast(whole)]).toEqual([true, true])
    expect(entriesOf(whole).map(({ reason }) => reason)).toEqual(entriesOf(past).map(({ reason }) => reason))
  })
})
