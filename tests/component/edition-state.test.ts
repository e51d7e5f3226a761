/** Today's edition in the window: what is in view stays, whichever of worker, library and clock comes first. */
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDesk, type EditionDesk } from '../../src/app/state/edition-desk.ts'
import { TodaysEdition } from '../../src/app/state/edition.svelte.ts'
import { queryLibraryOf } from '../../src/app/state/query-library.ts'
import { err, ok } from '../../src/base/result.ts'
import { NOTHING_STATED } from '../../src/corpus/statements.ts'
import { composeEdition, composePostscript } from '../../src/digest/compose.ts'
import { entriesOf } from '../../src/digest/edition.ts'
import type { Paper } from '../../src/corpus/paper.ts'
import { openLibrary, type Library } from '../../src/library/library.ts'
import { contextOf } from '../../src/query/context.ts'
import type { CorpusInfo } from '../../src/search/protocol.ts'
import { pageOf } from '../support/digest.ts'
import { samplePaper } from '../support/library.ts'
import { WHOLE } from '../support/whole.ts'

vi.mock(import('../../src/query/context.ts'), { spy: true })

const DAY = '2026-11-22'
const FIRST = `${DAY}-a`
const papers = Array.from({ length: 40 }, (_, number) => samplePaper(number))

const INFO: Omit<CorpusInfo, 'generation'> = {
  taken: DAY,
  papers: 40,
  arrived: 0,
  extent: WHOLE,
  topics: [],
  stated: NOTHING_STATED,
  sources: [],
  bytes: 1,
  from: 'network',
  kept: true,
}
const save = (number: number) =>
  [
    { kind: 'entry', id: `to-read:p${number}`, data: { added: now(), title: `Paper ${number}` } },
    { kind: 'paper', id: `p${number}`, data: samplePaper(number) },
  ] as const
const rest = () => new Promise((done) => setTimeout(done, 15))
const now = () => new Date(`${DAY}T12:00:00`).getTime()

const opened: Library[] = []
beforeEach(() => {
  localStorage.clear()
})
afterEach(() => {
  vi.restoreAllMocks()
  for (const library of opened.splice(0)) library.close()
})

async function openOne(factory = new IDBFactory()): Promise<Library> {
  const library = openLibrary({ scope: '/', indexedDB: () => factory, now, patience: 200 })
  opened.push(library)
  await library.opened
  return library
}

/** An edition among parts that come when a test wants: the worker's answers, the library, the clock. */
function start() {
  let library: Library | null = null
  let desk: EditionDesk | null = null
  const set = { day: DAY, generation: FIRST, papers: papers as readonly Paper[], dated: false }
  const since: string[] = []
  const asked: (() => void)[] = []
  const page = () => ({ ...pageOf(set.papers), generation: set.generation, dated: set.dated })
  const edition = new TodaysEdition({
    today: () => set.day,
    client: {
      edition: (facts) => new Promise((done) => asked.push(() => done(ok({ edition: composeEdition(page(), facts) })))),
      postscript: (facts, from) => {
        since.push(from)
        const entries = composePostscript(page(), facts, new Set(['p40']))
        return Promise.resolve(ok({ generation: set.generation, total: set.papers.length, entries }))
      },
    },
    library: {
      get snapshot() {
        return library?.snapshot ?? null
      },
      get desk() {
        return desk
      },
      get queries() {
        return library && queryLibraryOf(library.snapshot, now)
      },
      ready: Promise.resolve(),
      start: () => undefined,
      reread: async () => {
        await library?.reload()
      },
    },
  })
  /** Lets the worker answer all that is asked, also what is asked because of that. */
  const answer = async () => {
    for (let turn = 0; turn < 4; turn++) {
      for (const one of asked.splice(0)) one()
      await rest()
    }
  }
  return {
    ...{ edition, set, since, asked, answer },
    ids: () => edition.entries?.map(({ paper }) => paper.id) ?? [],
    /** The library has been read. */
    enter: (one: Library) => {
      library = one
      desk = createDesk(one)
      one.subscribe(() => edition.followLibrary())
      edition.followLibrary()
    },
    take: async (generation: string) => {
      set.generation = generation
      edition.follow({ kind: 'ready', indexMs: 1, info: { ...INFO, generation } })
      await answer()
    },
  }
}

const keptIn = (library: Library): readonly string[] =>
  library.snapshot.editions.flatMap((one) => entriesOf(one).map(({ paper }) => paper.id))

describe('the first edition of a new reader', () => {
  it.each(['before', 'after'])('is claimed when the library is read %s the worker answers', async (when) => {
    const [one, library] = [start(), await openOne()]
    void one.edition.load()
    if (when === 'before') one.enter(library)
    await one.answer()
    if (when === 'after') one.enter(library)
    await one.answer()
    expect(one.ids()).toHaveLength(12)
    expect(keptIn(library)).toEqual(one.ids())
  })

  it('keeps the paper that was saved before the claim in its place', async () => {
    const [one, library] = [start(), await openOne()]
    void one.edition.load()
    await one.answer()
    const before = one.ids()
    await library.write(save(Number(before[3]?.slice(1))))
    one.enter(library)
    await one.answer()
    expect(one.ids()).toEqual(before)
    expect(keptIn(library)).toEqual(before)
  })

  it('is of the day on which it comes, where midnight passes before', async () => {
    const [one, library] = [start(), await openOne()]
    one.enter(library)
    void one.edition.load()
    one.set.day = '2026-11-23'
    await one.answer()
    expect(library.snapshot.editions.map(({ day }) => day)).toEqual(['2026-11-23'])
  })
})

describe('an edition in view', () => {
  it('stays as it is while the disk is full, and is claimed once there is room', async () => {
    const [one, library] = [start(), await openOne()]
    const full = vi.spyOn(library, 'apply').mockResolvedValueOnce(err({ kind: 'full' }))
    one.enter(library)
    void one.edition.load()
    await one.answer()
    const before = one.ids()
    expect([full.mock.calls.length, keptIn(library)]).toEqual([1, []])
    await library.write([{ kind: 'search', id: 's', data: { name: 'S', query: 'title:"Paper 39"', order: 1 } }])
    await one.answer()
    expect(one.ids()).toEqual(before)
    expect(keptIn(library)).toEqual(before)
  })

  it('is made of what another window has shown meanwhile', async () => {
    const factory = new IDBFactory()
    const [one, library, other] = [start(), await openOne(factory), await openOne(factory)]
    one.enter(library)
    await other.apply(
      ({ store }) => (store.put({ kind: 'shown', id: 'p0', v: 1, changed: 1, data: { day: '2026-11-21' } }), () => []),
      (none) => none,
    )
    void one.edition.load()
    await rest()
    await one.answer()
    expect(one.ids()).toHaveLength(12)
    expect(one.ids()).not.toContain('p0')
  })

  it('comes also where the code of the query language does not', async () => {
    const broken = vi.mocked(contextOf).mockImplementationOnce(() => {
      throw new TypeError('Failed to fetch')
    })
    const [one, library] = [start(), await openOne()]
    await library.write([{ kind: 'search', id: 's', data: { name: 'S', query: 'is:saved', order: 1 } }])
    one.enter(library)
    void one.edition.load()
    await one.answer()
    expect(broken).toHaveBeenCalled()
    expect(one.ids()).toHaveLength(12)
  })
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
