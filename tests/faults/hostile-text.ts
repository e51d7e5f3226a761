/** Texts made to run as code, in every place where text is shown: each stands there as it is, and none becomes anything else. */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { PHONE } from '../support/browser.ts'
import { withHostileCorpus } from '../support/hostile-corpus.ts'
import { hostileLibrary } from '../support/hostile-library.ts'
import type { Spot } from '../support/hostile-page.ts'
import { Sight, type Step } from '../support/hostile-sight.ts'
import { PAYLOADS } from '../support/hostile-texts.ts'
import { Host } from '../support/host.ts'
import { importAll } from '../support/library-moves.ts'
import { untilReadyOffline } from '../support/reader.ts'
import { withVoices } from '../support/scripted-voice.ts'
import type { FaultClass, Tally } from './fault-class.ts'
import { DEEDS } from './hostile-deeds.ts'
import { FILES, openFiles } from './hostile-files.ts'
import { giftsTo } from './hostile-gifts.ts'
import { PARTS, VIEWS, WALKS } from './hostile-places.ts'
import { Visitor } from './visitor.ts'

const SPOTS: readonly Spot[] = [...WALKS, ...VIEWS, ...DEEDS, ...giftsTo('', 0), ...FILES].flatMap(({ spots }) => spots)

/** Where a trial sees its part of the texts, since each has an address of its own. */
const IN_PART = new Set(WALKS.filter(({ texts }) => !texts).flatMap(({ spots }) => spots))

/** The texts that a trial goes to one by one. */
function part(turn: number): readonly number[] {
  return [...PAYLOADS.keys()].filter((n) => n % PARTS === turn % PARTS)
}

export const hostileText: FaultClass = {
  name: 'hostile-text',
  title: `${PAYLOADS.length} texts made to run as code, in ${SPOTS.length} places: papers, searches, lists, editions, what is brought, sheets, notices, addresses, and pages read without the app`,
  sees: 'the text as it is',
  quick: [0],
  // A seed says which text stands beside which, and which part is gone to one by one; all of them stand everywhere.
  long: PARTS,
  limit: 900_000,
  trial,
}

/** A phone so long that the rows of a list come in a few screens. */
const TALL = { ...PHONE, height: 6_000 }

async function trial(seed: number): Promise<Tally> {
  const turn = seed * 53
  const folder = await mkdtemp(join(tmpdir(), 'faults-hostile-'))
  try {
    await withHostileCorpus(folder)
    const files = await openFiles(join(folder, 'corpus'), turn)
    await using host = await new Host(folder).start()
    await using visitor = await Visitor.arrive()
    const sight = await arrive(await visitor.context.newPage(), host.url, turn)
    await goThrough(sight, folder, turn)
    return verdict([files, sight], turn)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The app, ready offline, with a library that is hostile. */
async function arrive(page: Page, home: string, turn: number): Promise<Sight> {
  page.setDefaultTimeout(90_000)
  await withVoices(page, [{ lang: 'en-US', localService: true }])
  const sight = await Sight.of(page, home)
  await page.goto(`${home}#/settings`)
  await untilReadyOffline(page)
  await importAll(page, hostileLibrary(turn))
  // From here on the service worker answers, as it does for every reader but a new one.
  await page.reload()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  return sight
}

async function goThrough(sight: Sight, folder: string, turn: number): Promise<void> {
  await sight.page.setViewportSize(TALL)
  for (const { spots, address, scrolls } of VIEWS) {
    await sight.go(address)
    await (scrolls ? sight.scroll(spots) : sight.look(spots))
  }
  await sight.page.setViewportSize(PHONE)
  for (const { spots, done } of [...DEEDS, ...giftsTo(folder, turn)]) await done(sight, spots, turn)
  for (const { spots, step, texts = part(turn) } of WALKS) {
    const steps: Step[] = []
    for (const n of texts) steps.push(await step(n, turn))
    await sight.walk(spots, steps)
  }
}

/** Throws what went wrong, and where texts were swallowed. */
function verdict(sights: readonly Sight[], turn: number): Tally {
  const faults = sights.flatMap((sight) => sight.faults)
  const seen = SPOTS.map((spot) => {
    const { place, few = (IN_PART.has(spot) ? part(turn) : PAYLOADS).length } = spot
    const count = Math.max(...sights.map((sight) => sight.count(place)))
    return { place, few, count }
  })
  const swallowed = seen.filter(({ few, count }) => count < few)
  assert.deepEqual(faults.slice(0, 20), [])
  assert.deepEqual(swallowed, [])
  const pairs = seen.reduce((sum, { count }) => sum + count, 0)
  return { 'texts seen in their places': pairs }
}
