import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {} from '../support/library-page/page.ts'
import type { PlainLibrary } from '../support/library-model.ts'
import { LibrarySite, Profile, ready } from '../support/library-site.ts'

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

describe('the library in a real browser', () => {
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
      const big = Array.from({ length: 1_000 }, (_, n) => n + 10)
      const outcome = await page.evaluate((numbers) => globalThis.offprint?.save(numbers, 'to-read'), big)
      expect(Date.now() - started).toBeLessThan(2_000)
      expect(['full', 'failed']).toContain(outcome)
      expect((await plain(page))?.lists[0]?.[2]).toEqual([])
      await quota()
      expect(await page.evaluate(() => globalThis.offprint?.retry())).toBe(true)
      expect((await plain(page))?.lists[0]?.[2]).toHaveLength(1_000)
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
