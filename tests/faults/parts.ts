/** A part of the app that comes when it is needed does not come, and no service worker is there to mend it. */
import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { FAULTS, type Fault } from '../support/faults.ts'
import { Host } from '../support/host.ts'
import { button, results, searchBox, sheet } from '../support/on-page.ts'
import { inTurn } from '../support/seeded.ts'
import type { FaultClass, Tally } from './fault-class.ts'
import { isForEveryone } from './for-everyone.ts'
import { Visitor } from './visitor.ts'

/** What the app promises: from the failure, or from the press of what needs the part, to the words. */
const PROMISED = 2_000
/** The same of a host that says nothing at all. */
const SILENT = 9_000
/** A busy machine is slow, not wrong; what was later than promised is counted. */
const LIMIT = 20_000

interface Part {
  readonly name: string
  /** Its file. */
  readonly file: RegExp
  /** Where the reader is. */
  readonly at: string
  /** What the app says. */
  readonly words: RegExp
  /** Does what needs the part. */
  readonly press: (page: Page) => Promise<void>
  /** What is there once it has come, when it was pressed before or, after a new load, is pressed again. */
  readonly there: (page: Page) => Promise<void>
}

const article = (page: Page): Locator => page.getByRole('article').first()
const saved = (page: Page): Locator => page.getByRole('button', { name: 'Save', pressed: true })
const remind = (page: Page): Locator => button(page, 'Remind me')

const PARTS: readonly Part[] = [
  {
    name: 'library',
    file: /^assets\/library-(?!session).*\.js$/,
    at: '#/',
    words:
      /What you save cannot be kept at the moment: a part of Offprint did not come\. One paper waits to be saved\./,
    press: (page) => button(article(page), 'Save').click(),
    there: async (page) => {
      // What was pressed is kept, and lies on the disk.
      await saved(page).waitFor()
      await page.reload()
      await saved(page).waitFor()
    },
  },
  {
    name: 'end of the edition',
    file: /^assets\/EditionEnd-.*\.js$/,
    at: '#/',
    words: /A part of Offprint did not come: the end of the edition, with Finish\./,
    press: () => Promise.resolve(),
    there: async (page) => {
      await button(page, 'Finish').click()
      await page.getByText('That is all for today').waitFor()
    },
  },
  {
    name: 'view',
    file: /^assets\/BrowseView-.*\.js$/,
    at: '#/',
    words: /Its part of Offprint did not come/,
    press: (page) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Browse' }).click(),
    there: async (page) => {
      await searchBox(page).fill('radar')
      await results(page).filter({ hasText: /radar/i }).first().waitFor()
    },
  },
  {
    name: 'sheet',
    file: /^assets\/SubscribeSheet-.*\.js$/,
    at: '#/',
    words: /A part of Offprint did not come: the ways to be called each day\./,
    press: (page) => remind(page).click(),
    there: async (page) => {
      // Where the page was loaded again, the sheet is asked for again.
      await sheet(page)
        .waitFor({ timeout: 5_000 })
        .catch(() => remind(page).click())
      await sheet(page).waitFor()
    },
  },
]

/** All but a bit that another page would not be told by, without a service worker that knows every file's checksum. */
const KINDS: readonly Fault[] = FAULTS.filter((fault) => fault !== 'one-bit')
const ROWS = KINDS.flatMap((fault) => PARTS.map((part) => [part, fault] as const))
const seedOf = (part: number, fault: Fault): number => KINDS.indexOf(fault) * PARTS.length + part
/** From this seed on, browsers may keep what a fault sends. */
const FROM = ROWS.length

export const parts: FaultClass = {
  name: 'parts',
  title: `what comes when it is needed, under ${KINDS.length} transport faults, without a service worker: the library, the end of the edition, a view, a sheet`,
  sees: 'within two seconds, eight where the host is silent, which part did not come, with Try again, which brings it; Save does not say Saved, and what was pressed is saved then',
  quick: [
    seedOf(0, 'not-found'),
    seedOf(1, 'reset'),
    seedOf(2, 'portal-typed'),
    seedOf(3, 'server-error'),
    seedOf(0, 'hang'),
    seedOf(1, 'cut-unannounced'),
    FROM + seedOf(0, 'portal-typed'),
    FROM + seedOf(3, 'empty'),
    FROM + seedOf(2, 'not-found'),
  ],
  long: ROWS.length * 2,
  trial,
}

async function trial(seed: number): Promise<Tally> {
  const [part, fault] = inTurn(ROWS, seed)
  await using host = await new Host('dist').start()
  await using visitor = await Visitor.arrive({ serviceWorkers: 'block' })
  let failed = 0
  host.fault = (asked) => {
    if (!part.file.test(asked)) return null
    failed = Date.now()
    return fault
  }
  host.faultsStay = seed >= FROM
  const page = await visitor.open(`${host.url}${part.at}`)
  await article(page).waitFor()
  // The first edition is drawn to its end, which is where the part stands or is asked for.
  if (part.name !== 'end of the edition') await remind(page).waitFor()
  const pressed = Date.now()
  await part.press(page)
  await page.getByText(part.words).first().waitFor({ timeout: LIMIT })
  const waited = Date.now() - Math.max(failed, pressed)
  assert.equal(await saved(page).count(), 0, 'it says that it was saved')
  assert.equal(await sheet(page).count(), 0)
  await isForEveryone(page, `${part.name.replaceAll(' ', '-')}-did-not-load`)

  await asksInVain(page, part)
  host.fault = () => null
  if (fault === 'hang') await host.restart()
  // What hung may come by itself meanwhile.
  await button(page, 'Try again')
    .click({ timeout: 5_000 })
    .catch((cause: unknown) => {
      if (fault !== 'hang') throw cause
    })
  await page.getByText(part.words).waitFor({ state: 'detached' })
  await part.there(page)
  return { 'told later': waited > (fault === 'hang' ? SILENT : PROMISED) ? 1 : 0 }
}

/** As long as the fault lasts the words stay, or are there again where the page was loaded anew. */
async function asksInVain(page: Page, { words, press }: Part): Promise<void> {
  const anew = page.waitForEvent('load', { timeout: LIMIT }).then(() => press(page))
  const stays = page.getByText('It did not come this time either').waitFor({ timeout: LIMIT })
  await button(page, 'Try again').click()
  await Promise.any([anew, stays])
  await page.getByText(words).first().waitFor({ timeout: LIMIT })
  assert.equal(await saved(page).count(), 0, 'it says that it was saved')
}
