/** The digest over weeks, in a real browser whose clock is moved: an edition a day, nothing twice, exact counts, and an end. */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, type Day } from '../../src/base/days.ts'
import { shortDay } from '../../src/text/english.ts'
import { appUnderTest } from '../support/app-under-test.ts'
import { PHONE } from '../support/browser.ts'

const FIRST = '2026-11-22'
const PAPERS = 198
/** More days than the page can fill with the twelve of each, two of which may come again. */
const MOST_DAYS = 22

const app = appUnderTest()

interface Shown {
  readonly heading: string
  /** Each section with its counts, and its papers by address. */
  readonly sections: readonly { readonly name: string; readonly counts: string; readonly papers: readonly string[] }[]
}

/** What stands on the page of a day; `end` is what it says in place of papers where there are none. */
interface DayShown extends Shown {
  readonly day: Day
  readonly end: string | null
  readonly seen: readonly [said: string, listed: number] | null
}

function readPage(page: Page): Promise<Shown> {
  return page.evaluate(() => {
    const textOf = (element: Element | null) => element?.textContent.replace(/\s+/g, ' ').trim() ?? ''
    const sections = [...document.querySelectorAll('main .entries > section')]
    return {
      heading: textOf(document.querySelector('h1')),
      sections: sections.map((section) => ({
        name: textOf(section.querySelector('h2')),
        counts: textOf(section.querySelector('.counts')),
        papers: [...section.querySelectorAll('article h3 a')].map((link) => link.getAttribute('href') ?? ''),
      })),
    }
  })
}

/** Moves the clock of an open page to noon of a day, and has the reader come back to it. */
async function turnTo(page: Page, day: Day): Promise<DayShown> {
  await page.clock.setFixedTime(new Date(`${day}T12:00:00`))
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await page.getByRole('heading', { level: 1, name: `Offprint of ${shortDay(day)}` }).waitFor()
  const end = page.getByText('You have read the whole page')
  await page.getByRole('button', { name: 'Finish' }).or(end).waitFor()
  const shown = await readPage(page)
  const seen = await unfoldSeen(page)
  return { ...shown, day, seen, end: (await end.count()) > 0 ? await end.innerText() : null }
}

/** Unfolds what Because you saved says of papers that were seen: the count, and how many are listed. */
async function unfoldSeen(page: Page): Promise<readonly [said: string, listed: number] | null> {
  const section = page.getByRole('region', { name: 'Because you saved' })
  const show = section.getByRole('button', { name: 'show', exact: true })
  if ((await show.count()) === 0) return null
  await show.click()
  const list = section.getByRole('list', { name: 'Seen' })
  await list.getByRole('listitem').first().waitFor()
  return [await section.locator('.counts').innerText(), await list.getByRole('listitem').count()]
}

/** Saves the second of the new papers, unfolds the third, and has done with what comes again every other day. */
async function live(page: Page, { sections, day }: DayShown): Promise<void> {
  const [, second, third] = news(sections)
  const entry = (address: string) => page.getByRole('article').filter({ has: page.locator(`h3 a[href="${address}"]`) })
  const again = sections.find(({ name }) => name === 'Again')?.papers[0]
  if (second !== undefined) await press(page, entry(second).getByRole('button', { name: 'Save' }))
  if (third !== undefined) await entry(third).getByRole('button', { name: 'Whole abstract' }).click()
  if (again !== undefined && Number(day.slice(8)) % 2 === 0)
    await press(page, entry(again).getByRole('button', { name: 'Done' }))
}

/** Presses a button, and waits until what it does is kept. */
async function press(page: Page, button: ReturnType<Page['locator']>): Promise<void> {
  await button.click()
  await button.and(page.locator('[aria-pressed="true"][data-writing="false"]')).waitFor()
}

function news(sections: Shown['sections']): readonly string[] {
  return sections.flatMap(({ name, papers }) => (name === 'Again' ? [] : papers))
}

/** The days of a new reader, up to the end of the page. */
async function readDays(): Promise<readonly DayShown[]> {
  const context = await app.browser.newContext({ viewport: PHONE, serviceWorkers: 'block', reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    const errors: Error[] = []
    page.on('pageerror', (error) => errors.push(error))
    await page.clock.setFixedTime(new Date(`${FIRST}T12:00:00`))
    await page.goto(app.at(''))
    const days: DayShown[] = []
    for (let at = 0; at < MOST_DAYS && (days.at(-1)?.end ?? null) === null; at++) {
      const day = addDays(FIRST, at)
      const shown = await turnTo(page, day)
      days.push(shown)
      await live(page, shown)
      expect(errors, day).toEqual([])
    }
    return days
  } finally {
    await context.close()
  }
}

describe('the days of a reader, in a page that stays open', () => {
  let days: readonly DayShown[]
  let editions: readonly DayShown[]
  beforeAll(async () => {
    days = await readDays()
    editions = days.filter(({ end }) => end === null)
  })

  it('show every paper of the page once, and none twice', () => {
    const shown = editions.flatMap(({ sections }) => news(sections))
    expect([shown.length, new Set(shown).size]).toEqual([PAPERS, PAPERS])
    expect(days.map(({ sections }) => sections.flatMap(({ papers }) => papers).length <= 12)).not.toContain(false)
  })

  it('count what was not yet shown, and what was', () => {
    let before = 0
    for (const { day, sections } of editions) {
      const [because, page] = ['Because you saved', 'From the page'].map((wanted) =>
        sections.find(({ name }) => name === wanted),
      )
      const above = because?.papers.length ?? 0
      const left = PAPERS - before - above
      if (page) expect(page.counts, day).toContain(`${page.papers.length} of ${left} not yet shown`)
      if (because) expect(because.counts, day).toMatch(new RegExp(`^${above} of \\d+ not yet shown`))
      before += news(sections).length
    }
  })

  it('list the seen papers that are near to the saved ones', () => {
    const unfolded = editions.flatMap(({ seen }) => (seen ? [seen] : []))
    expect(unfolded.length).toBeGreaterThan(5)
    for (const [said, listed] of unfolded) expect(said).toContain(`${listed} seen`)
  })

  it('say which edition it is, and of how many', () => {
    for (const [at, { heading, day }] of editions.entries())
      expect(heading, day).toMatch(new RegExp(`^Offprint of ${shortDay(day)}.*edition ${at + 1} of \\d+$`))
    expect(editions.at(-1)?.heading).toContain(`edition ${editions.length} of ${editions.length}`)
  })

  it('bring back what was saved and not done, and no other', () => {
    const saved = new Set<string>()
    for (const { day, sections } of editions) {
      const again = sections.find(({ name }) => name === 'Again')?.papers ?? []
      expect([again.length <= 2, again.every((one) => saved.has(one))], day).toEqual([true, true])
      saved.add(news(sections)[1] ?? '')
    }
    expect(editions.filter(({ sections }) => sections.some(({ name }) => name === 'Again')).length).toBeGreaterThan(5)
  })

  it('end with what was read, saved and unfolded', () => {
    const [saved, unfolded] = [1, 2].map((at) => editions.filter(({ sections }) => news(sections).length > at).length)
    expect(days.at(-1)?.end).toBe(
      `You have read the whole page: ${PAPERS} shown, ${saved} saved, ${unfolded} unfolded but not saved.`,
    )
  })

  it('are the same from the same start', async () => {
    expect(await readDays()).toEqual(days)
  })
})

/** Waits until the list of editions has so many. */
async function untilKept(page: Page, editions: number): Promise<void> {
  await page.getByRole('link', { name: 'All editions' }).click()
  await expect.poll(() => page.getByRole('list', { name: 'Editions' }).getByRole('listitem').count()).toBe(editions)
}

describe('two tabs at midnight', () => {
  it('show one edition, which is kept once', async () => {
    const context = await app.browser.newContext({ serviceWorkers: 'block' })
    try {
      const pages = await Promise.all([1, 2].map(() => context.newPage()))
      await Promise.all(pages.map((page) => page.clock.setFixedTime(new Date(`${FIRST}T23:59:59`))))
      await Promise.all(pages.map((page) => page.goto(app.at(''))))
      await Promise.all(pages.map((page) => turnTo(page, FIRST)))
      for (const page of pages) {
        await untilKept(page, 1)
        await page.goBack()
      }
      const [one, other] = await Promise.all(pages.map((page) => turnTo(page, addDays(FIRST, 1))))
      expect(one?.sections).toEqual(other?.sections)
      for (const page of pages) await untilKept(page, 2)
    } finally {
      await context.close()
    }
  })
})
