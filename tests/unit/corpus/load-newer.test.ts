/** A newer corpus beside the one that is held: what is taken over, put together, kept. */
import { describe, expect, it } from 'vitest'
import { monday, place, refreshCorpus, shardOf, tuesday, World } from '../../support/corpus-world.ts'
import { smallCorpus } from '../../support/small-corpus.ts'

describe('a newer corpus', () => {
  it('takes over what is held, ranked anew', async () => {
    const world = new World()
    const held = await world.visit()
    world.files = tuesday
    const taken = await refreshCorpus(place, held, world.environment())
    const papers = taken.ok ? (taken.value?.papers ?? []) : []
    expect(papers.map(({ title, rank }) => [title, rank])).toEqual([
      ['Delta', 0],
      ['Alpha', 1],
      ['Beta', 2],
      ['Gamma', 3],
    ])
    expect(held.papers.map(({ rank }) => rank)).toEqual([0, 1, 2])
  })

  it('is refused where it has a paper twice, once in a file that is held', async () => {
    const world = new World()
    const held = await world.visit()
    world.files = smallCorpus('tuesday', [['Beta'], ['Alpha', 'Beta'], ['Gamma']])
    expect(await refreshCorpus(place, held, world.environment())).toMatchObject({
      ok: false,
      error: { kind: 'not-ours', detail: 'the id "beta" is not unique' },
    })
  })

  it('is not kept without a file that the browser has lost, and is whole after the next start', async () => {
    const world = new World()
    const held = await world.visit()
    world.files = tuesday
    world.caches.entries(place.cache).delete(place.url + shardOf(monday, 0))
    expect(await refreshCorpus(place, held, world.environment())).toMatchObject({ ok: true, value: { kept: false } })
    const again = await refreshCorpus(place, await world.visit(), world.environment())
    expect(again).toMatchObject({ ok: true, value: { kept: true } })
    expect(await world.offline()).toEqual(['Delta', 'Alpha', 'Beta', 'Gamma'])
  })

  const days = (...dated: readonly (readonly [title: string, day: string])[]) =>
    dated.map(([title, listed]) => ({ title, listed }))
  const second = days(['Delta', '2026-09-02'], ['Epsilon', '2026-09-02'])
  const first = days(['Alpha', '2026-09-01'])
  const october = days(['Zeta', '2026-10-31'])
  const november = days(['Eta', '2026-11-01'])
  it.each([
    ['as its days were', [...second, ...first], ['manifest.json', 'november']],
    ['with other words', [...days(['Delta!', '2026-09-02'], ['Epsilon', '2026-09-02']), ...first], ['september']],
    ['with one paper less', [...second.slice(1), ...first], ['september']],
  ])('puts a month together from the days that are here, %s', async (_, september, asked) => {
    const world = new World()
    world.files = smallCorpus('before', [october, second, first])
    const held = await world.visit()
    world.files = smallCorpus('after', [november, october, september])
    const names = { november: shardOf(world.files, 0), september: shardOf(world.files, 2) }
    world.asked.length = 0
    const taken = await refreshCorpus(place, held, world.environment())
    expect(taken).toMatchObject({ ok: true, value: { kept: true } })
    const called = world.asked.map((file) => Object.entries(names).find(([, name]) => name === file)?.[0] ?? file)
    expect(called).toEqual(expect.arrayContaining(asked))
    expect(called).toHaveLength(asked.includes('september') ? 3 : 2)
    expect(await world.offline()).toEqual([...november, ...october, ...september].map(({ title }) => title))
  })
})
