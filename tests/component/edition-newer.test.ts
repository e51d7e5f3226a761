/** Today's edition in the window when a newer corpus comes. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Paper } from '../../src/corpus/paper.ts'
import { samplePaper } from '../support/library.ts'
import { closeAll, DAY, FIRST, INFO, keptIn, openOne, papers, save, start } from '../support/todays-edition.ts'

beforeEach(() => {
  localStorage.clear()
})
afterEach(() => {
  closeAll()
})

describe('a newer corpus', () => {
  async function reading() {
    const [one, library] = [start(), await openOne()]
    one.enter(library)
    void one.edition.load()
    await one.take(FIRST)
    return { ...one, library, before: one.ids() }
  }
  const newer = [...papers.slice(0, 3), { ...samplePaper(40), rank: 0 }]

  it('makes an untouched edition anew', async () => {
    const one = await reading()
    one.set.papers = newer
    await one.take('2026-11-22-b')
    expect(one.ids()).toContain('p40')
    expect(keptIn(one.library)).toEqual(one.ids())
  })

  it('is a postscript to one that was touched, also while the worker was thinking', async () => {
    const one = await reading()
    one.set.papers = newer
    one.set.generation = '2026-11-23-a'
    one.edition.follow({ kind: 'ready', indexMs: 1, info: { ...INFO, generation: '2026-11-23-a' } })
    await one.library.write(save(Number(one.before[0]?.slice(1))))
    await one.answer()
    expect(one.ids()).toEqual([...one.before, 'p40'])
    expect(one.since).toEqual([FIRST])
  })

  it('is not one taken on an earlier day', async () => {
    const one = await reading()
    one.set.papers = newer
    await one.take('2026-11-21-a')
    expect(one.ids()).toEqual(one.before)
  })

  it('comes before it is said that there is nothing new', async () => {
    const [one, library] = [start(), await openOne()]
    one.set.papers = []
    one.enter(library)
    void one.edition.load()
    one.edition.follow({ kind: 'readable', info: { ...INFO, generation: FIRST, from: 'cache' } })
    await one.answer()
    expect(one.edition.current).toBeNull()
    one.set.papers = papers
    await one.take('2026-11-22-b')
    expect(one.ids()).toHaveLength(12)
    expect(library.snapshot.editions).toHaveLength(1)
  })

  it.each(['the host has none', 'the host does not answer'])('is no longer waited for where %s', async (which) => {
    const [one, library] = [start(), await openOne()]
    one.set.papers = []
    one.enter(library)
    void one.edition.load()
    one.edition.noteChecked() // before the papers: not yet asked
    one.edition.follow({ kind: 'readable', info: { ...INFO, generation: FIRST, from: 'cache' } })
    await one.answer()
    expect(one.edition.current).toBeNull()
    if (which === 'the host has none') one.edition.noteChecked()
    await vi.waitFor(() => expect(one.edition.current?.kind).toBe('last'), 5_000)
  })

  it('takes the place of an end that an earlier day had', async () => {
    const [one, library] = [start(), await openOne()]
    const listed = (number: number, day: string): Paper => ({ ...samplePaper(number), listed: day })
    one.set.dated = true
    one.set.papers = [listed(0, DAY)]
    one.enter(library)
    void one.edition.load()
    await one.take(FIRST)
    for (const day of ['2026-11-23', '2026-11-24']) {
      one.set.day = day
      void one.edition.load()
      await one.answer()
      expect(one.edition.current).toMatchObject({ kind: 'last', day: '2026-11-23' })
    }
    one.set.papers = [listed(1, '2026-11-24'), listed(0, DAY)]
    await one.take('2026-11-24-a')
    expect(one.edition.current).toMatchObject({ kind: 'papers', day: '2026-11-24', listed: { from: '2026-11-23' } })
    expect(one.ids()).toEqual(['p1'])
    expect(library.snapshot.editions).toHaveLength(3)
  })
})
