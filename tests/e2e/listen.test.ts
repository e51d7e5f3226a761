/** Reading aloud in a real browser, with a scripted voice: headless Chromium has none of its own. */
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { appUnderTest } from '../support/app-under-test.ts'
import { PHONE } from '../support/browser.ts'
import { endPiece, isTalking, said, withVoices, type ScriptedVoice } from '../support/scripted-voice.ts'

const LOCAL = { lang: 'en_US', localService: true }
const REMOTE = { lang: 'en-GB', localService: false }
const GERMAN = { lang: 'de-DE', localService: true }

const app = appUnderTest()
let page: Page

afterEach(() => page.context().close())

async function open(voices: readonly ScriptedVoice[], hash = '#/'): Promise<void> {
  const context = await app.browser.newContext({ viewport: PHONE, serviceWorkers: 'block', reducedMotion: 'reduce' })
  page = await context.newPage()
  await withVoices(page, voices)
  await page.goto(app.at(hash))
}

/** The edition, being listened to. */
async function listen(voices: readonly ScriptedVoice[]): Promise<void> {
  await open(voices)
  await page.getByRole('button', { name: 'Finish' }).waitFor()
  await page.getByRole('button', { name: 'Listen' }).click()
  await player().waitFor()
}

const player = () => page.getByRole('region', { name: 'Listen' })
const press = (name: string) => player().getByRole('button', { name }).click()
const titles = () => page.getByRole('article').getByRole('heading').allInnerTexts()
const count = async () => (await said(page)).length
const marked = () =>
  page.evaluate(() => [...(CSS.highlights.get('spoken') ?? [])].map((range) => (range as Range).toString()).join())

describe('an edition, read aloud', () => {
  it('goes sentence by sentence, from paper to paper, and marks where it is', async () => {
    await listen([GERMAN, REMOTE, LOCAL])
    const [first = '', second = ''] = await titles()
    await expect.poll(count).toBe(1)
    expect(await marked()).toBe(first)
    await endPiece(page)
    await expect.poll(count).toBe(2)
    const sentence = await marked()
    expect(await page.getByRole('article').first().innerText()).toContain(sentence)
    expect(sentence).not.toBe(first)
    for (let pieces = 2; pieces < 12 && (await marked()) !== second; pieces++) {
      await endPiece(page)
      await expect.poll(count).toBe(pieces + 1)
    }
    expect(await marked()).toBe(second)
    await player().getByText('2 of 12').waitFor()
  })
  it('stops at a sentence, and goes on with that one', async () => {
    await listen([LOCAL])
    await endPiece(page)
    await expect.poll(count).toBe(2)
    await press('Pause')
    expect(await isTalking(page)).toBe(false)
    await press('Play')
    await expect.poll(count).toBe(3)
    const [, before, after] = await said(page)
    expect(after).toBe(before)
  })
  it('goes to the next paper, saves it, and keeps the screen on', async () => {
    await listen([LOCAL])
    await player().getByText('The screen stays on').waitFor()
    await press('Next paper')
    await player().getByText('2 of 12').waitFor()
    await press('Save')
    await page.getByText('Saved to To read').waitFor()
    const second = page.getByRole('article').nth(1)
    await second.getByRole('button', { name: 'Save', pressed: true }).waitFor()
    expect(await isTalking(page)).toBe(true)
    await press('Pause')
    await player().getByText('The screen stays on').waitFor({ state: 'detached' })
  })
  it('ends where the edition does, and begins anew when asked', async () => {
    await listen([LOCAL])
    for (let paper = 1; paper < 12; paper++) await press('Next paper')
    for (let pieces = 0; pieces < 20 && (await isTalking(page)); pieces++) await endPiece(page)
    await player().getByText('That was all.').waitFor()
    await press('Play')
    await player().getByText('1 of 12').waitFor()
  })
  it('is worked by keys alone, and gives the focus back', async () => {
    await open([LOCAL])
    await page.getByRole('button', { name: 'Finish' }).waitFor()
    await page.getByRole('button', { name: 'Listen' }).press('Enter')
    await player().waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Pause')
    await page.keyboard.press('Escape')
    await player().waitFor({ state: 'detached' })
    expect(await isTalking(page)).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Listen')
  })
})

describe('a paper', () => {
  it('is read whole, its mathematics and links in words', async () => {
    await open([LOCAL], '#/browse?q=instaflow')
    await page.getByRole('link', { name: /^InstaFlow/ }).click()
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Listen' }).click()
    await player().waitFor()
    for (let pieces = 0; pieces < 40 && (await isTalking(page)); pieces++) await endPiece(page)
    await player().getByText('That was all.').waitFor()
    const all = (await said(page)).join(' ')
    expect(all).toMatch(/^InstaFlow: One Step is Enough/)
    expect(all).toContain('link to github.com')
    expect(all).not.toMatch(/https|\\|\$/)
  })
})

describe('without a voice of the device', () => {
  it.each<[string, readonly ScriptedVoice[], string]>([
    ['none', [], 'There is no English voice on this device'],
    ['none in English', [GERMAN], 'There is no English voice on this device'],
  ])('%s: says so', async (_, voices, words) => {
    await listen(voices)
    await player().getByText(words).waitFor()
    expect(await said(page)).toEqual([])
  })
  it('asks before a voice that sends the text elsewhere reads', async () => {
    await listen([GERMAN, REMOTE])
    await player().getByText('Nothing is sent unless you agree.').waitFor()
    expect(await said(page)).toEqual([])
    await press('Agree, and listen')
    await expect.poll(count).toBe(1)
  })
})
