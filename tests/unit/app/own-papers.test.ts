/** The reader's own papers on their way to the search, and the links that wait. */
import { describe, expect, it } from 'vitest'
import { ok } from '../../../src/base/result.ts'
import { DEEDS as deeds } from '../../../src/app/state/deeds.ts'
import { OwnPapers } from '../../../src/app/state/own-papers.ts'
import type { Paper } from '../../../src/corpus/paper.ts'
import { addLink } from '../../../src/library/notes.ts'
import { bringPapers, deleteMine, waitFor } from '../../../src/library/mine.ts'
import { markDone } from '../../../src/library/reading.ts'
import { describeCorpus } from '../../../src/search/corpus-info.ts'
import type { LinkedPaper } from '../../../src/search/brought.ts'
import type { CorpusState } from '../../../src/search/protocol.ts'
import { openSample, samplePaper } from '../../support/library.ts'
import { corpus } from '../../support/session.ts'

const LINK = { id: 'arxiv-2605.00001', url: 'https://arxiv.org/abs/2605.00001', title: '' }
const one = samplePaper(1)
const ready = (generation: string): CorpusState => {
  return { kind: 'ready', info: describeCorpus(corpus(generation, []), 0, []), indexMs: 0 }
}
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await new Promise((done) => setTimeout(done))
}

/** A library, a worker that finds `here` for every link, and what the two heard. */
async function world(here: Paper | null = null) {
  const library = await openSample()
  const handed: (readonly string[])[] = []
  const asked: (readonly LinkedPaper[])[] = []
  const said: (string | null)[] = []
  const state = { here }
  const own = new OwnPapers(
    {
      own: (papers) => void handed.push(papers.map(({ id }) => id)),
      find: (links) => {
        asked.push(links)
        return Promise.resolve(ok({ papers: links.map(() => state.here) }))
      },
    },
    {
      get snapshot() {
        return library.snapshot
      },
      act: (choose) => {
        const deed = choose(deeds, { snapshot: library.snapshot, now: library.now() })
        said.push(deed.words)
        return library.write(deed.change)
      },
    },
  )
  return { library, own, handed, asked, said, state }
}

describe('papers of the reader’s own', () => {
  it('are handed to the search as they change, and only then', async () => {
    const { library, own, handed } = await world()
    expect(own.followLibrary()).toBe(false)
    await library.write(bringPapers([one], 1))
    expect(own.followLibrary()).toBe(true)
    await library.write(markDone([one], 2))
    expect(own.followLibrary()).toBe(false)
    await library.write(deleteMine(['p1']))
    expect(own.followLibrary()).toBe(true)
    expect(handed).toEqual([['p1'], []])
  })
})

describe('a link that waits', () => {
  it('is asked about once for each corpus, set of links and set of own papers', async () => {
    const { library, own, asked } = await world()
    await library.write(waitFor(library.snapshot, [LINK], 1))
    own.followLibrary()
    expect(asked, 'before there are papers').toEqual([])
    own.follow(ready('one'))
    own.followLibrary()
    await library.write(markDone([one], 2))
    own.followLibrary()
    expect(asked).toEqual([[{ url: LINK.url, title: '' }]])
    own.follow(ready('two'))
    expect(asked).toHaveLength(2)
    await library.write(bringPapers([samplePaper(2)], 1))
    own.followLibrary()
    expect(asked).toHaveLength(3)
  })
  it('becomes a saved paper with its link once that is here, in one change, and says so', async () => {
    const { library, own, said, state } = await world()
    await library.write(waitFor(library.snapshot, [LINK], 1))
    own.follow(ready('one'))
    await turns()
    expect(said).toEqual([])
    state.here = one
    own.follow(ready('two'))
    await turns()
    expect(said).toEqual(['A paper you waited for is here: “Paper 1”, saved to To read'])
    const kept = library.snapshot.papers.get('p1')
    expect([[...(kept?.lists.keys() ?? [])], kept?.link, library.snapshot.waiting.size]).toEqual([
      ['to-read'],
      LINK.url,
      0,
    ])
  })
  it('that is brought back by an undo waits on', async () => {
    const { library, own, said, state } = await world(one)
    await library.write(waitFor(library.snapshot, [LINK], 1))
    own.follow(ready('one'))
    await turns()
    await library.write([...waitFor(library.snapshot, [LINK], 1), ...addLink(one, LINK.url)])
    own.followLibrary()
    state.here = one
    own.follow(ready('two'))
    await turns()
    expect(said).toHaveLength(1)
    expect(library.snapshot.waiting.size).toBe(1)
  })
  it('that another tab has resolved is no news', async () => {
    const { library } = await world()
    const { change, words } = deeds.resolveWaiting({ snapshot: library.snapshot, now: 1 }, [
      { id: LINK.id, paper: one },
    ])
    expect([change, words]).toEqual([[], null])
  })
})
