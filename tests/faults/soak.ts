/** A page that stays open for weeks: newer papers and searches over and over, after which it holds what it held. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { PHONE, launchBrowser } from '../support/browser.ts'
import { heldBy, type Held } from '../support/heaps.ts'
import { Host } from '../support/host.ts'
import { ANSWERED, answered } from '../support/on-page.ts'
import { untilReadyOffline } from '../support/reader.ts'
import { inTurn } from '../support/seeded.ts'
import { shorterCorpus } from './builds.ts'
import type { FaultClass, Tally } from './fault-class.ts'
import { ended } from './shared.ts'

/** Rounds by seed, each a refresh of the corpus and `SEARCHES`: those after which all has run once, and those after them. */
const ROUNDS = [
  { first: 25, then: 13 },
  { first: 100, then: 500 },
] as const
const SEARCHES = 40
/** Of what was held. */
const MOST = 0.1
const CALM_MS = 5_000
const MINUTES = 60_000

export const soak: FaultClass = {
  name: 'soak',
  title: `a page left open: ${ROUNDS.map(({ then }) => then).join(' or ')} times newer papers and ${SEARCHES} searches`,
  sees: 'nothing: the page holds what it held at the start',
  quick: [0],
  long: ROUNDS.length,
  limit: 60 * MINUTES,
  trial,
}

const TYPED = ['diffusion', 'gaussain', 'title:agent', 'tts', 'speculative']

async function trial(seed: number): Promise<Tally> {
  const folders = ['dist', await shorterCorpus()] as const
  await using host = await new Host('dist').start()
  // Code is interpreted: what the browser compiles of it, the more often it has run, would hide what the app holds.
  const browser = await launchBrowser({ args: ['--js-flags=--jitless'] })
  const stayOpen = async (): Promise<Tally> => {
    const page = await browser.newPage({ viewport: PHONE })
    await page.goto(host.url)
    await untilReadyOffline(page)
    // Once: each function that is handed to the page stays there as code.
    await page.evaluate(`globalThis.typeInto = ${typeInto.toString()}`)
    const held = async (rounds: number): Promise<Held> => {
      for (let round = 1; round <= rounds; round++) {
        host.folder = inTurn(folders, round)
        await refresh(page, host, host.folder === 'dist' ? 198 : 196)
        await search(page, host)
      }
      // The worker prepares for searches of newer papers while nobody asks.
      await page.waitForTimeout(CALM_MS)
      return heldBy(page)
    }
    const { first, then } = inTurn(ROUNDS, seed)
    const before = await held(first)
    const after = await held(then)
    const growth = Math.max(...Object.entries(before).map(([what, was]) => (after[what] ?? 0) / was - 1))
    assert(growth < MOST, `more than it was: ${JSON.stringify(before)}, then ${JSON.stringify(after)}`)
    return { refreshes: then, searches: then * SEARCHES, [`% more held after ${then}`]: Math.round(growth * 1000) / 10 }
  }
  return await ended(stayOpen, () => browser.close())
}

async function refresh(page: Page, host: Host, papers: number): Promise<void> {
  await page.goto(`${host.url}#/settings`)
  await page.getByRole('button', { name: 'Look for new papers' }).click()
  await page.getByText(`${papers} papers, all kept on this device`).waitFor()
}

/** Types key by key, each once the one before is answered. */
async function search(page: Page, host: Host): Promise<void> {
  await page.goto(`${host.url}#/browse`)
  await answered(page)
  await page.evaluate(`typeInto(${JSON.stringify({ texts: TYPED, searches: SEARCHES, answered: ANSWERED })})`)
}

interface Typing {
  readonly texts: readonly string[]
  readonly searches: number
  /** Finds what is there once the latest is answered. */
  readonly answered: string
}

/** Runs in the page, where twenty thousand keys take minutes. */
async function typeInto({ texts, searches, answered }: Typing): Promise<void> {
  const put = async (text: string): Promise<void> => {
    const box = document.querySelector<HTMLInputElement>('input[type=search]')
    if (!box) throw new Error('no box to type into')
    box.value = text
    box.dispatchEvent(new InputEvent('input', { bubbles: true }))
    const end = Date.now() + 30_000
    do {
      if (Date.now() > end) throw new Error(`no answer to ${text}`)
      await new Promise((resume) => setTimeout(resume))
    } while (!document.querySelector(answered))
  }
  const prefixes = texts.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)))
  for (let at = 0; at < searches - 1; at++) await put(prefixes[at % prefixes.length] ?? '')
  await put('')
}
