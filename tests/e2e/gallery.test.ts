/** Every view in every state, light and dark: nothing for axe to find, one heading, nothing wider than the screen. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALL, bringAbout, MAIN, STATES, type State } from '../shots/scenes.ts'
import { appUnderTest } from '../support/app-under-test.ts'
import { PHONE, ZOOMED } from '../support/browser.ts'
import { accessFaults } from '../support/on-page.ts'
import { withVoices } from '../support/scripted-voice.ts'

const SOME_PAPER = '2h9kvrpb2h'
const DRAFT = 'We train large language models by pipeline parallelism without bubbles. Nothing else is known of it.'

const app = appUnderTest()

async function show(page: Page, hash: string, state: State): Promise<void> {
  // A fresh start each time, so that what is judged is never the view before.
  await page.goto('about:blank')
  await page.goto(app.at(hash))
  await page.locator('main h1').waitFor()
  if (state === 'papers') await page.waitForFunction(() => !document.querySelector('main [aria-busy="true"]'))
}

const scenes = STATES.filter((state) => state !== 'offline').flatMap((state) =>
  (['light', 'dark'] as const).map((scheme) => ({ state, scheme, views: state === 'papers' ? ALL : MAIN })),
)

describe.each(scenes)('$state, $scheme', ({ state, scheme, views }) => {
  let page: Page
  beforeAll(async () => {
    const context = await app.browser.newContext({ viewport: PHONE, colorScheme: scheme, serviceWorkers: 'block' })
    await bringAbout(state, context)
    page = await context.newPage()
  })
  afterAll(() => page.context().close())

  it.each(views)('$name', async ({ hash }) => {
    await show(page, hash.replace('{id}', SOME_PAPER), state)
    expect(await page.locator('h1').count()).toBe(1)
    expect(await accessFaults(page)).toEqual([])
    await page.setViewportSize(ZOOMED)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(ZOOMED.width)
    await page.setViewportSize(PHONE)
  })
})

/** What can only be seen once something is kept, each by the steps that lead there. */
const KEPT: readonly { readonly name: string; readonly go: (page: Page) => Promise<unknown> }[] = [
  {
    name: 'a paper saved, with its notice',
    go: async (page) => {
      await page.getByRole('article').first().getByRole('button', { name: 'Save' }).click()
      await page.getByRole('button', { name: 'Undo' }).waitFor()
    },
  },
  {
    name: 'the sheet of a paper',
    go: async (page) => {
      await page.getByRole('article').first().getByRole('button', { name: 'More' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Add link' }).click()
    },
  },
  {
    name: 'Saved with lists and a search',
    go: async (page) => {
      await page.goto(app.at('#/browse?q=video'))
      await page.getByRole('button', { name: 'Save search' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
      // By a link: an address that is typed while the sheet's entry is being left is left with it.
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Saved' }).click()
      await page.getByRole('list', { name: 'Saved searches' }).getByText('papers').waitFor()
    },
  },
  {
    name: 'a list with a note, a paper chosen in it',
    go: async (page) => {
      await page.goto(app.at('#/saved/to-read'))
      await page.getByRole('button', { name: 'Add note' }).click()
      await page.keyboard.type('A thought.')
      await page.getByRole('button', { name: 'Select', exact: true }).click()
      await page.getByRole('checkbox').first().check()
    },
  },
  {
    name: 'a draft with its nearest papers, and the receipt',
    go: async (page) => {
      await page.goto(app.at('#/draft'))
      await page.getByRole('textbox', { name: 'Your draft' }).fill(DRAFT)
      await page.getByRole('region', { name: 'Sentence by sentence' }).waitFor()
      await page.getByText('Every address').click()
    },
  },
  {
    name: 'a bibliography with a broken entry',
    go: async (page) => {
      await page.getByRole('textbox', { name: 'Your draft' }).fill(`@misc{a, title={${DRAFT}}}\n@misc{b, title={c`)
      await page.getByRole('region', { name: 'Left out' }).waitFor()
      await page.getByText('1 entry of the pasted text compared').waitFor()
    },
  },
  {
    name: 'papers on their way in, one of them here, one broken',
    go: async (page) => {
      await page.goto(app.at('#/bring'))
      const text = `@misc{a, title={Brought}}\n@misc{b, title={Zero Bubble Pipeline Parallelism}}\n@misc{c, title={d`
      await page.getByRole('textbox', { name: 'Or paste' }).fill(text)
      await page.getByRole('button', { name: 'Read it' }).click()
      await page.getByRole('button', { name: 'Add 1 paper, leave 1 out' }).waitFor()
    },
  },
  {
    name: 'papers brought, and a link to keep beside one that waits',
    go: async (page) => {
      await page.getByRole('button', { name: 'Add 1 paper' }).click()
      for (const number of ['2605.99998', '2605.99999']) {
        await page.getByRole('textbox', { name: 'Or paste' }).fill(number)
        await page.getByRole('button', { name: 'Read it' }).click()
        await page.getByRole('button', { name: 'Keep for later' }).waitFor()
        if (number.endsWith('8')) await page.getByRole('button', { name: 'Keep for later' }).click()
        if (number.endsWith('8')) await page.getByRole('heading', { name: 'Kept for later' }).waitFor()
      }
    },
  },
  {
    name: 'the self-test, some of it passed, some failed',
    go: async (page) => {
      await page.goto(app.at('#/settings'))
      await page.getByRole('button', { name: 'Self-test', exact: true }).click()
      await page.getByRole('button', { name: 'Copy the result' }).waitFor()
    },
  },
  {
    name: 'suggestions in the search box',
    go: async (page) => {
      await page.goto(app.at('#/browse'))
      await page.getByRole('searchbox').pressSequentially('mgm')
      await page.getByRole('listbox', { name: 'Suggestions' }).getByText('MGM-Omni').waitFor()
    },
  },
  {
    name: 'recent searches',
    go: async (page) => {
      await page.getByRole('searchbox').press('Enter')
      await page.getByRole('searchbox').fill('')
      await page.getByRole('listbox', { name: 'Recent searches' }).waitFor()
    },
  },
  {
    name: 'papers found by meaning, beside one found by its words',
    go: async (page) => {
      await page.goto(app.at('#/browse?q=radar'))
      await page.getByText('9 more were found by meaning').waitFor()
    },
  },
  {
    name: 'the rules of an edition',
    go: async (page) => {
      await page.goto(app.at('#/'))
      await page.getByRole('button', { name: 'Rules', exact: true }).click()
      await page.getByRole('heading', { name: 'Rules' }).waitFor()
    },
  },
  {
    name: 'an edition read aloud',
    go: async (page) => {
      await page.getByRole('button', { name: 'Listen' }).click()
      await page.getByRole('button', { name: 'Pause' }).waitFor()
    },
  },
  {
    name: 'an edition that is finished',
    go: async (page) => {
      await page.getByRole('button', { name: 'Finish', exact: true }).click()
      await page.getByRole('heading', { name: 'That is all for today' }).waitFor()
    },
  },
]

describe.each(['light', 'dark'] as const)('what is kept, %s', (colorScheme) => {
  let page: Page
  beforeAll(async () => {
    const context = await app.browser.newContext({ viewport: PHONE, colorScheme, serviceWorkers: 'block' })
    page = await context.newPage()
    await withVoices(page, [{ lang: 'en-US', localService: true }])
    await show(page, '#/', 'papers')
    // Left behind by each step for the next.
    await page.getByRole('article').first().getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
  })
  afterAll(() => page.context().close())

  it.each(KEPT)('$name', async ({ go }) => {
    await go(page)
    expect(await accessFaults(page)).toEqual([])
    await page.setViewportSize(ZOOMED)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(ZOOMED.width)
    await page.setViewportSize(PHONE)
  })
})
