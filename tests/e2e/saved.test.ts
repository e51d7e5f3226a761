/** What the reader does with what is kept, in a real browser: taken back, by keys, with notes, and searches that are saved. */
import { describe, expect, it } from 'vitest'
import { appUnderTest } from '../support/app-under-test.ts'
import { button, results, said, searchBox, sheet } from '../support/on-page.ts'
import { makeListOfOne, rows, saveSearch } from '../support/saved-page.ts'

const app = appUnderTest()
const { visit } = app

describe('Undo', () => {
  it('brings back a deleted list with its papers', async () => {
    const page = await visit('#/saved')
    await makeListOfOne(page, 'Thesis')
    await page.goBack()
    await button(page, 'Change Thesis').click()
    await button(page, 'Delete list').click()
    await said(page, 'List “Thesis” deleted')
    expect(await rows(page, 'Lists')).toEqual(['To read 0 papers'])
    await page.keyboard.press('u')
    await said(page, 'Undone')
    expect(await rows(page, 'Lists')).toEqual(['To read 0 papers', 'Thesis 1 paper'])
  })

  it('brings back several papers removed at once', async () => {
    const page = await visit('#/browse?sort=page')
    await results(page).nth(2).waitFor()
    for (const at of [0, 1, 2]) {
      await button(results(page).nth(at), 'Save').click()
      await results(page).nth(at).getByRole('button', { name: 'Save', pressed: true }).waitFor()
    }
    await page.goto(app.at('#/saved/to-read'))
    await page.getByText('3 papers', { exact: true }).waitFor()
    await button(page, 'Select').click()
    await button(page, 'Select all').click()
    await button(page, 'Remove').click()
    await page.getByText('Nothing here yet').waitFor()
    await button(page, 'Undo').click()
    await page.getByText('3 papers', { exact: true }).waitFor()
  })
})

describe('a list that is called otherwise', () => {
  it('stays what a saved search asks for, and one Undo takes both back', async () => {
    const page = await visit('#/saved')
    await makeListOfOne(page, 'Thesis')
    await saveSearch(page, 'list=Thesis', 'Mine')
    const address = async () => {
      expect(await rows(page, 'Saved searches')).toEqual(['Mine 1 paper'])
      return page.getByRole('link', { name: /Mine/ }).getAttribute('href')
    }
    expect(await address()).toBe('#/browse?q=list%3AThesis')
    await button(page, 'Change Thesis').click()
    await sheet(page).getByLabel('Name').fill('My book')
    await button(sheet(page), 'Rename').click()
    await said(page, 'List “Thesis” is now “My book”')
    expect(await address()).toBe('#/browse?q=list%3A%22My+book%22')
    await page.keyboard.press('u')
    await said(page, 'Undone')
    expect(await address()).toBe('#/browse?q=list%3AThesis')
    expect(await rows(page, 'Lists')).toEqual(['To read 0 papers', 'Thesis 1 paper'])
  })
})

describe('the keyboard', () => {
  it('saves, marks done, marks not for me and takes back', async () => {
    const page = await visit('#/browse?q=radar')
    const first = results(page).first()
    await first.getByRole('heading').getByRole('link').focus()
    const pressed = (name: string) => first.getByRole('button', { name, exact: true, pressed: true })
    for (const [key, name] of [
      ['s', 'Save'],
      ['e', 'Done'],
      ['x', 'Not for me'],
    ] as const) {
      await page.keyboard.press(key)
      await pressed(name).waitFor()
    }
    await page.keyboard.press('u')
    await pressed('Not for me').waitFor({ state: 'detached' })
    await page.keyboard.press('u')
    await pressed('Done').waitFor({ state: 'detached' })
    await pressed('Save').waitFor()
  })
})

describe('a note', () => {
  it('is kept when the typing pauses, and shown in the list', async () => {
    const page = await visit('#/browse?q=radar')
    await results(page).first().getByRole('heading').getByRole('link').click()
    await page.getByRole('textbox', { name: 'Note' }).fill('Ask about the radar.')
    await said(page, 'Note kept')
    await page.goto(app.at('#/saved/all'))
    await page.getByText('Ask about the radar.').waitFor()
  })
  it('outlives a page that goes away in the middle of a word', async () => {
    const page = await visit('#/browse?q=radar')
    await results(page).first().getByRole('heading').getByRole('link').click()
    await page.getByRole('textbox', { name: 'Note' }).fill('Half a sent')
    await page.goto('about:blank')
    await page.goto(app.at('#/saved/all'))
    await page.goto(app.at('#/saved/recently-opened'))
    await page.getByRole('list', { name: 'Recently opened' }).getByRole('link').first().click()
    await page.waitForFunction(() => document.querySelector('textarea')?.value === 'Half a sent')
  })
})

describe('a saved search', () => {
  it('opens Browse with its text in the box, and finds the same in the same order', async () => {
    const page = await visit('#/saved')
    await saveSearch(page, 'q=speech&code=link&sort=title', 'Speech')
    const count = await page
      .getByText(/^\d+ papers?$/)
      .first()
      .innerText()
    await page.goto(app.at('#/saved'))
    await page
      .getByRole('list', { name: 'Saved searches' })
      .getByRole('link', { name: /Speech/ })
      .click()
    await page.waitForFunction(() => location.hash === '#/browse?q=speech+code%3Alink&sort=title')
    expect(await searchBox(page).inputValue()).toBe('speech code:link')
    await page.getByText(count, { exact: true }).first().waitFor()
  })
})
