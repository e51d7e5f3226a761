/** Files of the profile are damaged between two starts: nothing is lost while one copy lives, and the reader is told what came back. */
import assert from 'node:assert/strict'
import { readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { Host } from '../support/host.ts'
import type {} from '../support/library-page/page.ts'
import { button, results, said } from '../support/on-page.ts'
import { untilReadyOffline } from '../support/reader.ts'
import type { PlainLibrary } from '../support/library-model.ts'
import type { Profile } from '../support/library-site.ts'
import { inTurn, seeded } from '../support/seeded.ts'
import type { FaultClass, Tally } from './fault-class.ts'
import { isForEveryone } from './for-everyone.ts'
import { libraryPage, withProfile } from './library-lab.ts'

const DATABASE = 'IndexedDB'
const FILES = 'File System'
/** The private file system's own files, without the browser's list of them: where that is gone, so is what is in them. */
const COPIES = join(FILES, '000', 't', '00')
const CACHES = join('Service Worker', 'CacheStorage')

type Random = () => number
/** Damages some files of a folder of the profile. */
type Damage = (folder: string, random: Random) => Promise<void>

/** Files that hold what was written, not the browser's own lists of them. */
const HOLDS = /\.ldb$|_0$|^\d+(?:\.log)?$/

const flipBit: Damage = (folder, random) =>
  each(folder, HOLDS, async (file) => flip(file, await readFile(file), random))
const flipPapers: Damage = (folder, random) =>
  each(folder, HOLDS, async (file) => {
    const bytes = await readFile(file)
    // Its address stands before what is kept.
    if (bytes.subarray(0, 200).includes('/corpus/')) await flip(file, bytes, random)
  })
const cut: Damage = (folder, random) => each(folder, HOLDS, (file, size) => truncate(file, Math.floor(random() * size)))
const scribble: Damage = (folder, random) =>
  each(folder, /./, (file, size) =>
    writeFile(
      file,
      Uint8Array.from({ length: size }, () => Math.floor(random() * 256)),
    ),
  )
const empty: Damage = (folder) => each(folder, /./, (file) => truncate(file, 0))
const removeAll: Damage = (folder) => rm(folder, { recursive: true })
const removeOne =
  (name: RegExp): Damage =>
  (folder) =>
    each(folder, name, (file) => rm(file))

interface Row {
  readonly what: string
  readonly where: readonly string[]
  readonly damage: Damage
}

/** Of the library: in the database, in its copy, and what the browser itself knows of both. */
const LIBRARY_ROWS: readonly Row[] = [
  { what: 'a bit of the database', where: [DATABASE], damage: flipBit },
  { what: 'the database cut', where: [DATABASE], damage: cut },
  { what: 'the database scribbled over', where: [DATABASE], damage: scribble },
  { what: 'the database emptied', where: [DATABASE], damage: empty },
  { what: 'the database deleted', where: [DATABASE], damage: removeAll },
  { what: 'the list of its files deleted', where: [DATABASE], damage: removeOne(/^(?:MANIFEST|CURRENT)/) },
  { what: 'a bit of each copy', where: [COPIES], damage: flipBit },
  { what: 'the copies scribbled over', where: [COPIES], damage: scribble },
  { what: 'the copies deleted', where: [FILES], damage: removeAll },
  // The journal lies in a cache.
  { what: 'a bit of the database and of each entry of the journal', where: [DATABASE, CACHES], damage: flipBit },
  { what: 'database and journal scribbled over', where: [DATABASE, CACHES], damage: scribble },
  { what: 'database and journal deleted', where: [DATABASE, CACHES], damage: removeAll },
]
/** The rest is done to the app itself. */
const APP_ROWS: readonly ((profile: Profile, host: Host, random: Random) => Promise<void>)[] = [
  tellsWhatCameBack,
  ...[flipPapers, cut, flipBit, scribble, removeAll].map(
    (damage) => (profile: Profile, host: Host, random: Random) =>
      findsPapersAgain(profile, host, { what: '', where: [CACHES], damage }, random),
  ),
]
const ROWS: readonly ((random: Random) => Promise<Tally>)[] = [
  ...LIBRARY_ROWS.map((row) => (random: Random) => ofLibrary(row, random)),
  ...APP_ROWS.map((row) => (random: Random) => ofApp(row, random)),
]

export const disk: FaultClass = {
  name: 'disk',
  title:
    'the profile’s files are damaged between two starts: database, second copy, journal and caches; a bit, a cut, noise, deletion',
  sees: 'the whole library, and how many records came back from its second copy',
  quick: ROWS.map((_, at) => at),
  long: ROWS.length * 10,
  trial: (seed) => inTurn(ROWS, seed)(seeded(seed)),
  // A library in the database alone; where that is spared, there is nothing to compare.
  stock: {
    seeds: LIBRARY_ROWS.flatMap(({ where }, at) => (where.includes(DATABASE) ? [at] : [])),
    trial: (seed) => ofLibrary(inTurn(LIBRARY_ROWS, seed), seeded(seed), '?alone'),
  },
}

async function ofLibrary(row: Row, random: Random, options = ''): Promise<Tally> {
  const address = (await libraryPage()) + options
  return withProfile(async (profile) => {
    const page = await profile.open(address)
    const before = await fill(page)
    await harm(profile, row, random)
    const again = await profile.open(address)
    const after = await plain(again)
    assert.deepEqual(after, before, row.what)
    const restored = (await again.evaluate(() => globalThis.offprint?.restored)) ?? 0
    if (!row.where.includes(DATABASE)) assert.equal(restored, 0)
    // The copy is whole again, too: what is lost next is not lost either.
    await again.evaluate(async () => {
      await globalThis.offprint?.done(19)
      await globalThis.offprint?.flush()
    })
    await harm(profile, { what: '', where: [DATABASE], damage: removeAll }, random)
    const last = await profile.open(address)
    assert.deepEqual((await plain(last))?.lists, before?.lists, `${row.what}, and then the database deleted`)
    return { 'records restored': restored }
  })
}

async function ofApp(row: (typeof APP_ROWS)[number], random: Random): Promise<Tally> {
  await using host = await new Host('dist').start()
  await withProfile((profile) => row(profile, host, random))
  return {}
}

/** The database is deleted under the app: what was saved is back, and a sentence says so. */
async function tellsWhatCameBack(profile: Profile, host: Host, random: Random): Promise<void> {
  const page = await profile.visit(`${host.url}#/browse?q=radar`)
  await button(results(page).first(), 'Save').click()
  await said(page, 'Saved to To read')
  // The second copy is made after a second of quiet.
  await page.waitForTimeout(2_500)
  await harm(profile, { what: '', where: [DATABASE], damage: removeAll }, random)
  const again = await profile.visit(`${host.url}#/browse?q=radar`)
  await again.getByText(/had been lost from this device.* back, from the second copy/).waitFor()
  await isForEveryone(again, 'restored')
  await results(again).first().getByRole('button', { name: 'Save', pressed: true }).waitFor()
}

async function findsPapersAgain(profile: Profile, host: Host, row: Row, random: Random): Promise<void> {
  const page = await profile.visit(`${host.url}#/browse`)
  await untilReadyOffline(page)
  await harm(profile, row, random)
  // The browser itself may find only now that it cannot read the page.
  const again = await profile.visit(`${host.url}#/browse?q=radar`)
  const isThere = results(again).first()
  await isThere.waitFor({ timeout: 15_000 }).catch(() => again.reload())
  await isThere.waitFor()
  await untilReadyOffline(again)
}

/** The browser ends, files are damaged, the browser starts. */
async function harm(profile: Profile, { where, damage }: Row, random: Random): Promise<void> {
  await profile.kill()
  for (const part of where) await damage(join(profile.folder, 'Default', part), random)
  await profile.start()
}

const plain = (page: Page): Promise<PlainLibrary | undefined> => page.evaluate(() => globalThis.offprint?.plain())

/** Lists, papers, notes, marks and searches, and both copies of them. */
async function fill(page: Page): Promise<PlainLibrary | undefined> {
  await page.evaluate(async () => {
    const { offprint } = globalThis
    await offprint?.createList('a', 'Diffusion')
    await offprint?.save(
      Array.from({ length: 20 }, (_, n) => n),
      'to-read',
    )
    await offprint?.flush()
    await offprint?.save([1, 2, 3], 'a')
    await offprint?.note(2, 'read §3 again')
    await offprint?.done(1)
    await offprint?.remove(7, 'to-read')
    await offprint?.saveSearch('voice', 'tts OR asr')
    await offprint?.flush()
  })
  return plain(page)
}

async function flip(file: string, bytes: Buffer, random: Random): Promise<void> {
  const at = Math.floor(random() * bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
  await writeFile(file, bytes)
}

/** Does something to each file under a folder whose name fits and that is not empty. */
async function each(
  folder: string,
  name: RegExp,
  work: (file: string, size: number) => Promise<unknown>,
): Promise<void> {
  let count = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !name.test(entry.name)) continue
    const file = join(entry.parentPath, entry.name)
    const { size } = await stat(file)
    if (size === 0) continue
    await work(file, size)
    count++
  }
  assert.ok(count > 0, `nothing to damage in ${folder}`)
}
