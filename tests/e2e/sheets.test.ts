/** The sheets through which the library moves, on phone and desktop, light and dark. */
import { describe, expect, it } from 'vitest'
import { appUnderTest } from '../support/app-under-test.ts'
import { DESKTOP, PHONE } from '../support/browser.ts'
import { choose, closeSheet, libraryFile, WITH_CLIPBOARD } from '../support/library-moves.ts'
import { accessFaults, button, sheet } from '../support/on-page.ts'

const app = appUnderTest()

describe('every sheet', () => {
  const looks = [PHONE, DESKTOP].flatMap((viewport) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ viewport, colorScheme, width: viewport.width })),
  )
  it.each(looks)('holds for axe at $width px, $colorScheme', async ({ viewport, colorScheme }) => {
    const page = await app.visit('#/settings', { ...WITH_CLIPBOARD, viewport, colorScheme, reducedMotion: 'reduce' })
    const shoot = async (name: string) => {
      expect(await accessFaults(page), name).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width)
      if (process.env['SHOTS'])
        await page.screenshot({ path: `${process.env['SHOTS']}/${name}-${viewport.width}-${colorScheme}.png` })
    }
    await button(page, 'Import library').click()
    await shoot('import')
    await closeSheet(page)
    await choose(page, '{}')
    await sheet(page).getByRole('alert').waitFor()
    await shoot('refused')
    await closeSheet(page)
    await choose(page, libraryFile(20))
    await button(page, 'Merge').waitFor()
    await shoot('preview')
    await button(page, 'Merge').click()
    await button(page, 'Undo import').waitFor()
    await shoot('imported')
    await closeSheet(page)
    await button(page, 'Export library').click()
    await sheet(page)
      .getByText(/offprint-library-.*kB/)
      .waitFor()
    await shoot('export')
    await button(page, 'QR code').click()
    await sheet(page)
      .getByRole('img', { name: /^QR code/ })
      .scrollIntoViewIfNeeded()
    await shoot('code')
    await button(page, 'Copy link').click()
    await page.getByText('Link copied').waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    await closeSheet(page)
    await button(page, 'Delete everything').click()
    await shoot('delete')
    await closeSheet(page)
    await page.getByRole('heading', { name: 'Library' }).scrollIntoViewIfNeeded()
    await shoot('settings')
    await page.goto('about:blank')
    await page.goto(link)
    await page.getByRole('heading', { level: 1, name: 'All papers' }).waitFor()
    await shoot('list')
  })
})
