/** Earlier ids of papers are followed once both papers and library are here, whichever comes first. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { followIds } from '../../src/app/state/earlier-ids.ts'
import { NOTHING_STATED } from '../../src/corpus/statements.ts'
import type { CorpusInfo } from '../../src/search/protocol.ts'
import { openSample } from '../support/library.ts'
import { WHOLE } from '../support/whole.ts'

vi.mock(import('../../src/app/calm.ts'), () => ({ whenCalm: (work) => void setTimeout(work) }))
afterEach(() => {
  vi.restoreAllMocks()
})

const info: CorpusInfo = {
  ...{ generation: 'g', taken: '2026-11-22', papers: 1, arrived: 0, extent: WHOLE, topics: [], sources: [] },
  ...{ stated: NOTHING_STATED, bytes: 1, kept: true },
  from: 'network',
}

describe('what is kept under an earlier id', () => {
  it('moves once for a corpus, in the tab that has both', async () => {
    const library = await openSample()
    const kept = (id: string) => library.write([{ kind: 'done', id, data: { at: 1, title: 'T' } }])
    await kept('old')
    const corpus: { info: CorpusInfo | null } = { info: null }
    const state: { open: typeof library | null; snapshot: typeof library.snapshot | null } = {
      open: null,
      snapshot: null,
    }
    const follow = followIds(corpus, state)
    const ids = () => [...library.snapshot.papers.keys()]
    follow()
    corpus.info = info
    Object.assign(state, { open: library, snapshot: library.snapshot })
    follow()
    await new Promise((done) => setTimeout(done, 50))
    expect(ids()).toEqual(['old'])
    corpus.info = { ...info, generation: 'h', aliases: new Map([['old', 'new']]) }
    follow()
    await vi.waitFor(() => expect(ids()).toEqual(['new']))
    const written = vi.spyOn(library, 'apply')
    follow()
    await new Promise((done) => setTimeout(done, 50))
    expect(written).not.toHaveBeenCalled()
    library.close()
  })
})
