/** A list goes to another device by link and by code. */
import { createRequire } from 'node:module'
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { appUnderTest } from '../support/app-under-test.ts'
import { exported, importAll, libraryFile, papers, WITH_CLIPBOARD } from '../support/library-moves.ts'
import { button, sheet } from '../support/on-page.ts'

const app = appUnderTest()
const visit = (hash = '#/settings') => app.visit(hash, WITH_CLIPBOARD)

/** What jsQR, a reader that is not ours, makes of a picture. */
async function readCode(context: BrowserContext, picture: Buffer): Promise<string> {
  const page = await context.newPage()
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('jsqr') })
  return page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob())
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d')
    context?.drawImage(bitmap, 0, 0)
    const image = context?.getImageData(0, 0, bitmap.width, bitmap.height)
    const { jsQR } = globalThis as unknown as { jsQR: typeof import('jsqr').default }
    return (image && jsQR(image.data, image.width, image.height)?.data) ?? ''
  }, picture.toString('base64'))
}

describe('a list', () => {
  /** The link of what is in the library of a new profile. */
  async function linkFrom(count: number): Promise<{ readonly page: Page; readonly link: string }> {
    const page = await visit()
    await importAll(page, libraryFile(count))
    await button(page, 'Export library').click()
    await button(page, 'Copy link').click()
    await page.getByText('Link copied').waitFor()
    return { page, link: await page.evaluate(() => navigator.clipboard.readText()) }
  }

  it('goes by link to another profile, which is asked first, and leaves the address bar', async () => {
    const { link } = await linkFrom(7)
    expect(link).toMatch(/^http:\/\/localhost:\d+\/#\/list\/[\w-]+$/)
    const there = await visit(link.slice(link.indexOf('#')))
    await there.getByRole('heading', { level: 1, name: 'All papers' }).waitFor()
    expect(await there.getByRole('list', { name: 'Papers of the list' }).getByRole('listitem').count()).toBe(7)
    await there.getByRole('textbox', { name: 'Name' }).fill('From the train')
    await button(there, 'Keep 7 papers').click()
    await there.waitForFunction(() => !location.hash.includes('list/'))
    await there.goto(app.at('#/settings'))
    await there.getByText('7 papers in 2 lists').waitFor()
    const kept = (await exported(there)).join('\n')
    expect(kept).toContain('From the train')
    expect(kept, 'no notes travel in a link').not.toContain('Zürich')
  })

  it('is not kept by whoever says no', async () => {
    const { link } = await linkFrom(2)
    const there = await visit(link.slice(link.indexOf('#')))
    await button(there, 'No, thanks').click()
    await there.waitForFunction(() => location.hash === '#/saved')
    await there.goto(app.at('#/settings'))
    await there.getByText('Nothing yet').waitFor()
  })

  it('is drawn as a code that another reader reads, and says when it is too long for one', async () => {
    const { page } = await linkFrom(60)
    await button(page, 'QR code').click()
    const code = sheet(page).getByRole('img', { name: /^QR code/ })
    const picture = await code.screenshot()
    const read = await readCode(page.context(), picture)
    expect(read).toMatch(/\/#\/list\/0[\w-]+$/)
    expect(read.length).toBeLessThanOrEqual(900)
    const there = await visit(read.slice(read.indexOf('#')))
    await button(there, 'Keep 60 papers').waitFor()
    expect(
      await there
        .getByRole('listitem')
        .filter({ hasText: papers[0]?.title ?? '?' })
        .count(),
    ).toBe(1)

    const { page: large } = await linkFrom(198)
    await button(large, 'QR code').click()
    await large.getByText('Too long for a QR code').waitFor()
    expect(await large.getByRole('img', { name: /^QR code/ }).count()).toBe(0)
  })

  it.each([
    ['cut', '#/list/1K8lMzi', 'holds no list'],
    ['of a newer version', '#/list/9abc', 'a newer version of Offprint'],
    ['of 300,000 characters', `#/list/1${'x'.repeat(300_000)}`, 'more than any list'],
  ])('refuses a link that is %s with a sentence', async (_, hash, reason) => {
    const page = await visit(hash)
    await page.getByRole('heading', { level: 1, name: 'No list in this link' }).waitFor()
    expect(await page.locator('main').innerText()).toContain(reason)
  })
})
