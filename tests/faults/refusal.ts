/** The browser refuses to keep things: nothing is shown as saved that is not, a sentence says so, and search goes on. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { Host } from '../support/host.ts'
import { button, results, searchBox } from '../support/on-page.ts'
import { seeded } from '../support/seeded.ts'
import type { FaultClass, Tally } from './fault-class.ts'
import { isForEveryone } from './for-everyone.ts'
import { Visitor } from './visitor.ts'

/** What is done before the page runs; `N` is the call that fails, `LAST` the last one that does. */
const REFUSALS = {
  'no room': `
    IDBObjectStore.prototype.put = () => { throw new DOMException('made up', 'QuotaExceededError') }`,
  'storage forbidden': `
    Object.defineProperty(globalThis, 'indexedDB', { get() { throw new DOMException('made up', 'SecurityError') } })`,
  'opening fails': `
    IDBFactory.prototype.open = () => {
      const request = Object.assign(new EventTarget(), { error: new DOMException('made up', 'UnknownError') })
      setTimeout(() => request.onerror?.(new Event('error')))
      return request
    }`,
  'opening hangs': `
    IDBFactory.prototype.open = () => new EventTarget()`,
  'calls fail': `
    let calls = 0
    for (const [type, names] of [[IDBFactory, ['open']], [IDBDatabase, ['transaction']], [IDBObjectStore, ['get', 'getAll', 'put']]])
      for (const name of names) {
        const call = type.prototype[name]
        type.prototype[name] = function (...given) {
          calls += 1
          if (calls >= N && calls <= LAST) throw new DOMException('made up', 'UnknownError')
          return call.apply(this, given)
        }
      }
    globalThis.databaseCalls = () => calls`,
} as const
type Refusal = keyof typeof REFUSALS | 'clearing'

/** Calls in a visit with one save; what fails later fails in none. */
const MOST_CALLS = 40
const KINDS: readonly Refusal[] = ['no room', 'storage forbidden', 'opening fails', 'opening hangs', 'clearing']

export const refusal: FaultClass = {
  name: 'refusal',
  title:
    'no room, storage forbidden, an opening that fails or hangs, the n-th call to the database failing once or for ever, the database cleared under the open page',
  sees: 'within two seconds what could not be kept, with Try again and Export it; the button does not say Saved',
  quick: [0, 1, 2, 3, 4, 6, 9, 12, 17, 24, 30, 47, 53],
  long: KINDS.length + 2 * MOST_CALLS,
  trial,
}

async function trial(seed: number): Promise<Tally> {
  const n = seed - KINDS.length
  const kind = KINDS[seed] ?? 'calls fail'
  const until = seed % 2 === 0 ? '1e9' : 'N'
  await using host = await new Host('dist').start()
  await using visitor = await Visitor.arrive({ serviceWorkers: 'block' })
  if (kind === 'clearing') await isCleared(host, visitor, seeded(seed))
  else {
    const script = REFUSALS[kind].replace('LAST', until).replaceAll('N', String(1 + (n >> 1)))
    await visitor.context.addInitScript({ content: `{ if (sessionStorage.getItem('well') === null) { ${script} } }` })
    const waited = await saves(await visitor.open(`${host.url}#/browse?q=radar`), kind)
    return { 'told after more than 2 s': waited > 2_000 ? 1 : 0 }
  }
  return {}
}

/** What the app says when it cannot keep something. */
export const TROUBLE =
  /There is no room left|keeps nothing here|does not answer|could not be written|has cleared what you saved/
const save = (page: Page) => button(results(page).first(), 'Save')

/** Gives the milliseconds until it said what became of it. */
async function saves(page: Page, kind: Refusal): Promise<number> {
  await save(page).click()
  const begun = Date.now()
  const told = page.getByText(TROUBLE).waitFor({ timeout: 10_000 })
  const kept = page.locator('[aria-pressed=true]').filter({ hasText: 'Save' }).first().waitFor({ timeout: 10_000 })
  const shown = await Promise.any([told.then(() => 'told'), kept.then(() => 'kept')])
  const waited = Date.now() - begun
  // Where single calls fail, the second try may heal it.
  if (kind !== 'calls fail') {
    assert.equal(shown, 'told', 'it says that it was saved')
    await isForEveryone(page, kind.replaceAll(' ', '-'))
  }
  await searches(page)
  // What is on disk is what was shown.
  await page.evaluate(() => {
    sessionStorage.setItem('well', 'yes')
  })
  await page.goto(page.url().replace(/#.*/, '#/browse?q=radar'))
  await page.reload()
  await results(page).first().waitFor()
  if (shown === 'kept') await page.locator('[aria-pressed=true]').filter({ hasText: 'Save' }).first().waitFor()
  return waited
}

/** The browser clears the database under the page: what was saved is shown as not kept, and can be kept anew. */
async function isCleared(host: Host, visitor: Visitor, random: () => number): Promise<void> {
  const page = await visitor.open(`${host.url}#/browse?q=radar`)
  const saved = page.getByRole('button', { name: 'Save', pressed: true })
  await save(page).click()
  await saved.waitFor()
  await page.waitForTimeout(2_000 * random())
  const session = await visitor.context.newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin: new URL(host.url).origin, storageTypes: 'all' })
  await page.getByText(TROUBLE).waitFor({ timeout: 10_000 })
  // Sooner than such words go by themselves.
  await page.getByText('Saved to To read').waitFor({ state: 'detached', timeout: 2_000 })
  await isForEveryone(page, 'cleared')
  await saved.waitFor({ state: 'detached', timeout: 2_000 })
  await searches(page)
  await button(page, 'Try again').click()
  await page.getByText(TROUBLE).waitFor({ state: 'detached' })
  await page.goto(`${host.url}#/browse?q=radar`)
  await page.reload()
  await saved.waitFor()
}

/** Search works, whatever cannot be kept. */
export async function searches(page: Page): Promise<void> {
  await searchBox(page).fill('speech')
  await results(page)
    .filter({ hasText: /speech/i })
    .first()
    .waitFor()
}
