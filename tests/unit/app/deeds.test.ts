import { describe, expect, it } from 'vitest'
import type { Deed, Scene } from '../../../src/app/state/deed.ts'
import { DEEDS as deeds } from '../../../src/app/state/deeds.ts'
import { resume } from '../../../src/app/state/drafts.ts'
import { inOrder, papersAt, withWords } from '../../../src/app/views/saved/shelf.ts'
import { countNew } from '../../../src/library/searches.ts'
import { EMPTY, SnapshotBuilder } from '../../../src/library/snapshot.ts'
import { renameListIn } from '../../../src/query/rename.ts'
import { paper } from '../../support/papers.ts'

const [moe, ssm, tts] = [
  paper({ id: 'moe', title: 'Mixture of experts', rank: 2 }),
  paper({ id: 'ssm', title: 'State space models', rank: 0, abstract: 'Linear time.' }),
  paper({ id: 'tts', title: 'A voice', rank: 1 }),
]

/** What is so after some deeds, and the words of the last. */
function after(...steps: readonly ((scene: Scene) => Deed)[]) {
  const builder = new SnapshotBuilder()
  let snapshot = EMPTY
  let words: string | null = null
  steps.forEach((step, now) => {
    const deed = step({ snapshot, now })
    snapshot = builder.take(deed.change.map((put) => ({ ...put, v: 1, changed: now })))
    words = deed.words
  })
  return { snapshot, words }
}
const list = (id: string) => (scene: Scene) => deeds.createList(scene, id, id.toUpperCase())
const named = ({ snapshot }: Scene, id: string) => snapshot.lists.flatMap((one) => (one.id === id ? [one] : []))
const save =
  (...papers: readonly (typeof moe)[]) =>
  (scene: Scene) =>
    deeds.setInList(scene, papers, 'to-read', true)

describe('a list moves', () => {
  const three = [list('a'), list('b'), list('c')]
  const order = (id: string, by: 1 | -1) => {
    const shift = (scene: Scene) => deeds.shiftList(scene, named(scene, id)[0] ?? { id, name: '', order: 0 }, by)
    return after(...three, shift).snapshot.lists.map((one) => one.id)
  }
  it.each([
    ['a', 1, ['to-read', 'b', 'a', 'c']],
    ['b', 1, ['to-read', 'a', 'c', 'b']],
    ['c', -1, ['to-read', 'a', 'c', 'b']],
    ['b', -1, ['to-read', 'b', 'a', 'c']],
    ['a', -1, ['to-read', 'a', 'b', 'c']],
    ['c', 1, ['to-read', 'a', 'b', 'c']],
    ['to-read', 1, ['to-read', 'a', 'b', 'c']],
  ] as const)('%s by %i', (id, by, expected) => {
    expect(order(id, by)).toEqual(expected)
  })
})

describe('words', () => {
  it.each<[string, readonly ((scene: Scene) => Deed)[], string | null]>([
    ['one saved', [save(moe)], 'Saved to To read'],
    ['two saved', [save(moe, ssm)], '2 papers saved to To read'],
    ['two done', [(scene) => deeds.setDone(scene, [moe, ssm], true)], '2 papers: Done'],
    ['a note', [(scene) => deeds.writeNote(scene, moe, 'mine')], null],
    [
      'a note gone',
      [(scene) => deeds.writeNote(scene, moe, 'mine'), (scene) => deeds.writeNote(scene, moe, ' ')],
      'Note removed',
    ],
    ['opened', [(scene) => deeds.recordOpened(scene, moe)], null],
  ])('of %s', (_, steps, expected) => {
    expect(after(...steps).words).toBe(expected)
  })
})

describe('a page of Saved', () => {
  const { snapshot } = after(save(moe), save(ssm), save(tts), (scene) => deeds.writeNote(scene, tts, 'Ask Zoë'))
  const papers = papersAt(snapshot, 'to-read') ?? []
  const ids = (of: readonly { readonly id: string }[]) => of.map(({ id }) => id)
  it.each([
    ['added', ['tts', 'ssm', 'moe']],
    ['page', ['ssm', 'tts', 'moe']],
    ['title', ['tts', 'moe', 'ssm']],
  ] as const)('stands in the order %s', (sort, expected) => {
    expect(ids(inOrder(papers, sort))).toEqual(expected)
  })
  it.each([
    ['linear', ['ssm']],
    ['zoe ask', ['tts']],
    ['  ', ['tts', 'ssm', 'moe']],
    ['linear zoe', []],
    ['inear', []],
    ['LIN', ['ssm']],
  ])('finds %j', (text, expected) => {
    expect(ids(withWords(papers, text))).toEqual(expected)
  })
  it('is null where there is no such list', () => {
    expect(papersAt(snapshot, 'gone')).toBeNull()
  })
  it('is empty once all was taken out of every list, but for what has a note', () => {
    const gone = after(
      save(moe, tts),
      (scene) => deeds.writeNote(scene, tts, 'x'),
      (scene) => deeds.removeEverywhere(scene, [moe, tts]),
    )
    expect(ids(papersAt(gone.snapshot, 'all') ?? [])).toEqual(['tts'])
  })
})

describe('a saved search', () => {
  const opened = (generation: string, found: readonly string[] | null) =>
    after((scene) =>
      deeds.saveSearch(scene, 's', 'Speech', { query: '#/browse?q=speech' }, { generation, day: '2026-11-22', found }),
    ).snapshot.searches.map((search) => countNew(search, { generation: 'g2', found: ['a', 'b', 'c'] }))
  it.each<[string, readonly string[] | null, number | null]>([
    ['g2', ['a'], 0],
    ['g1', ['a'], 2],
    ['g1', ['a', 'b', 'c', 'd'], 0],
    ['g1', null, null],
    ['g1', Array.from({ length: 2_001 }, (_, n) => `p${n}`), null],
  ])('opened with %s', (generation, found, expected) => {
    expect(opened(generation, found)).toEqual([expected])
  })
})

describe('a list that is called otherwise', () => {
  it('takes the saved searches along that name it, and those alone, in one change', () => {
    const search = (id: string, query: string) => (scene: Scene) =>
      deeds.saveSearch(scene, id, id, { query, sort: 'title' }, { generation: 'g1', day: '2026-11-22', found: ['moe'] })
    const steps = [list('a'), search('one', '-list:A voice'), search('two', 'list:"To read"')]
    const { snapshot } = after(...steps)
    const [a = expect.fail()] = named({ snapshot, now: 9 }, 'a')
    const rename = (scene: Scene) => deeds.renameList(scene, a, ' My book ', renameListIn)
    expect(rename({ snapshot, now: 9 }).change.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['list a', 'search one'])
    const { searches } = after(...steps, rename).snapshot
    expect(searches).toEqual([{ ...snapshot.searches[0], query: 'voice -list:"My book"' }, snapshot.searches[1]])
  })
})

describe('a draft', () => {
  it.each([
    ['nothing left behind', null, 'note', 'note'],
    ['typed over the same note', { text: 'new', over: 'old' }, 'old', 'new'],
    ['typed where none was', { text: 'new', over: '' }, '', 'new'],
    ['the note was changed elsewhere', { text: 'mine', over: 'old' }, 'theirs', 'theirs\n\nmine'],
    ['the note is gone', { text: 'mine', over: 'old' }, '', 'mine'],
    ['it was kept after all', { text: 'same', over: 'old' }, 'same', 'same'],
  ])('%s', (_, draft, note, expected) => {
    expect(resume(draft, note)).toBe(expected)
  })
})
