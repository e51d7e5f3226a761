import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {} from '../support/library-page/page.ts'
import { Model, plainPaper, type PlainLibrary } from '../support/library-model.ts'
import { LibrarySite, Profile, ready } from '../support/library-site.ts'
import { seeded } from '../support/seeded.ts'

const STEPS = 1_000
const SEED = 20261122

let site: LibrarySite
beforeAll(async () => {
  site = await LibrarySite.start()
})
afterAll(() => site.stop())

async function withProfile(test: (profile: Profile) => Promise<void>): Promise<void> {
  const profile = await Profile.make()
  try {
    await profile.start()
    await test(profile)
  } finally {
    await profile.remove()
  }
}

const plain = (page: Page): Promise<PlainLibrary | undefined> => page.evaluate(() => globalThis.offprint?.plain())

/** Makes one random step in the page and in the model; gives its name. */
async function step(page: Page, model: Model, random: () => number): Promise<string> {
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value
  const number = Math.floor(random() * 12)
  const { id } = plainPaper(number)
  const list = pick([...model.lists.keys()])
  const other = pick([...model.lists.keys()])
  const name = pick([
    'save',
    'save',
    'remove',
    'move',
    'create',
    'delete',
    'note',
    'done',
    'not done',
    'search',
    'forget',
    'reload',
    'undo',
  ])
  const inLists = () => model.lists.get(list)?.papers ?? new Set<string>()
  const does: Readonly<Record<string, () => Promise<unknown>>> = {
    save: () => {
      inLists().add(id)
      return page.evaluate(([n, l]) => globalThis.offprint?.save([n], l), [number, list] as const)
    },
    remove: () => {
      inLists().delete(id)
      return page.evaluate(([n, l]) => globalThis.offprint?.remove(n, l), [number, list] as const)
    },
    move: () => {
      if (inLists().delete(id)) model.lists.get(other)?.papers.add(id)
      else return Promise.resolve()
      return page.evaluate(([n, l, o]) => globalThis.offprint?.move(n, l, o), [number, list, other] as const)
    },
    create: () => {
      const created = `l${number}`
      if (model.lists.has(created) || model.lists.size > 5) return Promise.resolve()
      model.lists.set(created, { name: `List ${number}`, papers: new Set() })
      return page.evaluate(([l, n]) => globalThis.offprint?.createList(l, `List ${n}`), [created, number] as const)
    },
    delete: () => {
      if (list !== 'to-read') model.lists.delete(list)
      return page.evaluate((l) => globalThis.offprint?.deleteList(l), list)
    },
    note: () => {
      const text = random() < 0.3 ? '' : `note ${random()}`
      if (text === '') model.notes.delete(id)
      else model.notes.set(id, text)
      return page.evaluate(([n, t]) => globalThis.offprint?.note(n, t), [number, text] as const)
    },
    done: () => {
      model.done.add(id)
      return page.evaluate((n) => globalThis.offprint?.done(n), number)
    },
    'not done': () => {
      model.done.delete(id)
      return page.evaluate((n) => globalThis.offprint?.notDone(n), number)
    },
    search: () => {
      const search = `s${number % 3}`
      if (model.searches.has(search)) return Promise.resolve()
      model.searches.set(search, `topic:${number}`)
      return page.evaluate(([s, n]) => globalThis.offprint?.saveSearch(s, `topic:${n}`), [search, number] as const)
    },
    forget: () => {
      model.searches.delete(`s${number % 3}`)
      return page.evaluate((s) => globalThis.offprint?.deleteSearch(s), `s${number % 3}`)
    },
    reload: async () => {
      await page.reload()
      await ready(page)
    },
    undo: async () => {
      // A removal and its undo, together no change.
      await page.evaluate(([n, l]) => globalThis.offprint?.remove(n, l), [number, list] as const)
      await page.evaluate(() => globalThis.offprint?.undo())
    },
  }
  const outcome = await does[name]?.()
  if (typeof outcome === 'string') expect(outcome).toBe('kept')
  return name
}

describe('the library in a real browser', () => {
  it(
    `is what a plain model says after each of ${STEPS} random steps in two tabs`,
    () =>
      withProfile(async (profile) => {
        const tabs = [await profile.open(site.url), await profile.open(site.url)] as const
        const model = new Model()
        const random = seeded(SEED)
        for (let n = 1; n <= STEPS; n++) {
          const [acting, other] = random() < 0.5 ? tabs : [tabs[1], tabs[0]]
          const name = await step(acting, model, random)
          expect(await plain(acting), `step ${n}: ${name}`).toEqual(model.plain())
          await expect.poll(() => plain(other), { interval: 5, message: `step ${n}: ${name}` }).toEqual(model.plain())
        }
      }),
    300_000,
  )

  it('loses nothing when two tabs add 500 papers each at once', () =>
    withProfile(async (profile) => {
      const [a, b] = [await profile.open(site.url), await profile.open(site.url)]
      const add = (page: Page, from: number): Promise<number> =>
        page.evaluate(async (first) => {
          const saves = Array.from({ length: 500 }, async (_, n) => globalThis.offprint?.save([first + n], 'to-read'))
          return (await Promise.all(saves)).filter((outcome) => outcome === 'kept').length
        }, from)
      expect(await Promise.all([add(a, 0), add(b, 500)])).toEqual([500, 500])
      for (const page of [a, b]) await expect.poll(async () => (await plain(page))?.lists[0]?.[2].length).toBe(1_000)
      await a.reload()
      await ready(a)
      expect((await plain(a))?.lists[0]?.[2]).toHaveLength(1_000)
    }))

  it('is all there after the browser is killed', () =>
    withProfile(async (profile) => {
      const before = await fill(await profile.open(site.url))
      await profile.kill()
      await profile.start()
      const page = await profile.open(site.url)
      expect(await plain(page)).toEqual(before)
      expect(await page.evaluate(() => globalThis.offprint?.restored)).toBe(0)
    }))

  it.each([
    ['in the private file system', ''],
    ['in a cache', '?cache'],
  ])('comes back from the copy %s when its files are deleted', (_, how) =>
    withProfile(async (profile) => {
      const page = await profile.open(site.url + how)
      const before = await fill(page)
      await page.evaluate(() => globalThis.offprint?.flush())
      await profile.kill()
      await rm(join(profile.folder, 'Default', 'IndexedDB'), { recursive: true })
      await profile.start()
      const again = await profile.open(site.url + how)
      expect(await again.evaluate(() => globalThis.offprint?.restored)).toBeGreaterThan(40)
      expect(await plain(again)).toEqual(before)
    }),
  )

  it('is the same after export, deletion of everything and import, and in another profile', () =>
    withProfile(async (profile) => {
      const page = await profile.open(site.url)
      const before = await fill(page)
      const text = (await page.evaluate(() => globalThis.offprint?.exported())) ?? ''
      expect(await page.evaluate(() => globalThis.offprint?.deleteEverything())).toBe(true)
      await page.reload()
      await ready(page)
      expect((await plain(page))?.lists).toEqual([['to-read', 'To read', []]])
      expect(await page.evaluate((t) => globalThis.offprint?.imported(t), text)).toBeGreaterThan(40)
      expect(await plain(page)).toEqual(before)
      expect(await page.evaluate((t) => globalThis.offprint?.imported(t), text), 'a second time').toBe(0)
      await withProfile(async (fresh) => {
        const other = await fresh.open(site.url)
        await other.evaluate((t) => globalThis.offprint?.imported(t), text)
        expect(await plain(other)).toEqual(before)
      })
    }))

  it('says within two seconds that there is no room, shows nothing that is not kept, and keeps it when there is', () =>
    withProfile(async (profile) => {
      const blank = await profile.open(site.url)
      const cdp = await blank.context().newCDPSession(blank)
      await blank.evaluate(() => globalThis.offprint?.deleteEverything())
      const quota = (quotaSize?: number) =>
        cdp.send('Storage.overrideQuotaForOrigin', {
          origin: new URL(site.url).origin,
          ...(quotaSize !== undefined && { quotaSize }),
        })
      await quota(1_000)
      const page = await profile.open(site.url)
      const started = Date.now()
      const big = Array.from({ length: 3_000 }, (_, n) => n + 10)
      const outcome = await page.evaluate((numbers) => globalThis.offprint?.save(numbers, 'to-read'), big)
      expect(Date.now() - started).toBeLessThan(2_000)
      expect(['full', 'failed']).toContain(outcome)
      expect((await plain(page))?.lists[0]?.[2]).toEqual([])
      await quota()
      expect(await page.evaluate(() => globalThis.offprint?.retry())).toBe(true)
      expect((await plain(page))?.lists[0]?.[2]).toHaveLength(3_000)
    }))
})

/** Three lists, 20 papers, notes, marks, two searches. */
async function fill(page: Page): Promise<PlainLibrary | undefined> {
  await page.evaluate(async () => {
    const { offprint } = globalThis
    const numbers = Array.from({ length: 20 }, (_, n) => n)
    await offprint?.createList('a', 'Diffusion')
    await offprint?.createList('b', 'Agents')
    await offprint?.save(numbers, 'to-read')
    await offprint?.save([1, 2, 3], 'a')
    await offprint?.note(2, 'read §3 again')
    await offprint?.done(1)
    await offprint?.remove(7, 'to-read')
    await offprint?.saveSearch('voice', 'tts OR asr')
    await offprint?.saveSearch('moe', 'topic:mixture-of-experts')
  })
  return plain(page)
}
