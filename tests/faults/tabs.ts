/** Two or three tabs save, note, delete, reload and crash at random: after each step every tab shows what a plain model says. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type {} from '../support/library-page/page.ts'
import { Model, plainPaper, type PlainLibrary } from '../support/library-model.ts'
import { ready } from '../support/library-site.ts'
import { pick, seeded } from '../support/seeded.ts'
import type { FaultClass, Tally } from './fault-class.ts'
import { libraryPage } from './library-lab.ts'
import { Visitor } from './visitor.ts'

const STEPS = 100

export const tabs: FaultClass = {
  name: 'tabs',
  title: `two or three tabs save, move, note, mark, delete, undo, reload and crash, ${STEPS} steps a trial`,
  sees: 'the same in every tab, also after a crash',
  quick: Array.from({ length: 15 }, (_, at) => at),
  long: 250,
  trial,
}

type Random = () => number

async function trial(seed: number): Promise<Tally> {
  const address = await libraryPage()
  const random = seeded(seed)
  await using visitor = await Visitor.arrive()
  const open = async (): Promise<Page> => {
    const page = await visitor.open(address)
    await ready(page)
    return page
  }
  const pages: Page[] = []
  for (let at = 0; at < 2 + (seed % 2); at++) pages.push(await open())
  const model = new Model()
  for (let step = 1; step <= STEPS; step++) {
    const acting = Math.floor(random() * pages.length)
    const name = random() < 0.03 ? 'crash' : pick(NAMES, random)
    if (name === 'crash') pages[acting] = await crash(pages[acting], open)
    else {
      const outcome = await act(name, pick(pages, random), model, random)
      if (typeof outcome === 'string') assert.equal(outcome, 'kept', `step ${step}: ${name}`)
    }
    for (const page of pages) await shows(page, model, `step ${step}: ${name}`)
  }
  return { steps: STEPS }
}

async function crash(page: Page | undefined, open: () => Promise<Page>): Promise<Page> {
  const gone = new Promise((done) => page?.once('crash', done))
  await page?.goto('chrome://crash').catch(() => undefined) // it is gone before it has come
  await gone
  await page?.close()
  return open()
}

const plain = (page: Page): Promise<PlainLibrary | undefined> => page.evaluate(() => globalThis.offprint?.plain())

/** At once in the tab that acted, a hint later in the others. */
async function shows(page: Page, model: Model, when: string): Promise<void> {
  const wanted = model.plain()
  for (const end = Date.now() + 10_000; ;) {
    const shown = await plain(page)
    if (JSON.stringify(shown) === JSON.stringify(wanted)) return
    if (Date.now() > end) assert.deepEqual(shown, wanted, when)
  }
}

type Act = (page: Page, model: Model, random: Random) => Promise<unknown>

const anyPaper = (random: Random): number => Math.floor(random() * 12)
const anyList = ({ lists }: Model, random: Random): string => pick([...lists.keys()], random)
const papersOf = ({ lists }: Model, list: string): Set<string> => lists.get(list)?.papers ?? new Set<string>()

const ACTS = {
  save: (page, model, random) => {
    const [number, list] = [anyPaper(random), anyList(model, random)]
    papersOf(model, list).add(plainPaper(number).id)
    return page.evaluate(([n, l]) => globalThis.offprint?.save([n], l), [number, list] as const)
  },
  remove: (page, model, random) => {
    const [number, list] = [anyPaper(random), anyList(model, random)]
    papersOf(model, list).delete(plainPaper(number).id)
    return page.evaluate(([n, l]) => globalThis.offprint?.remove(n, l), [number, list] as const)
  },
  move: (page, model, random) => {
    const [number, list, other] = [anyPaper(random), anyList(model, random), anyList(model, random)]
    const { id } = plainPaper(number)
    if (!papersOf(model, list).delete(id)) return Promise.resolve()
    papersOf(model, other).add(id)
    return page.evaluate(([n, l, o]) => globalThis.offprint?.move(n, l, o), [number, list, other] as const)
  },
  create: (page, model, random) => {
    const number = anyPaper(random)
    const created = `l${number}`
    if (model.lists.has(created) || model.lists.size > 5) return Promise.resolve()
    model.lists.set(created, { name: `List ${number}`, papers: new Set() })
    return page.evaluate(([l, n]) => globalThis.offprint?.createList(l, `List ${n}`), [created, number] as const)
  },
  delete: (page, model, random) => {
    const list = anyList(model, random)
    if (list !== 'to-read') model.lists.delete(list)
    return page.evaluate((l) => globalThis.offprint?.deleteList(l), list)
  },
  note: (page, model, random) => {
    const number = anyPaper(random)
    const text = random() < 0.3 ? '' : `note ${random()}`
    if (text === '') model.notes.delete(plainPaper(number).id)
    else model.notes.set(plainPaper(number).id, text)
    return page.evaluate(([n, t]) => globalThis.offprint?.note(n, t), [number, text] as const)
  },
  done: (page, model, random) => {
    const number = anyPaper(random)
    model.done.add(plainPaper(number).id)
    return page.evaluate((n) => globalThis.offprint?.done(n), number)
  },
  'not done': (page, model, random) => {
    const number = anyPaper(random)
    model.done.delete(plainPaper(number).id)
    return page.evaluate((n) => globalThis.offprint?.notDone(n), number)
  },
  search: (page, model, random) => {
    const number = anyPaper(random)
    const search = `s${number % 3}`
    if (model.searches.has(search)) return Promise.resolve()
    model.searches.set(search, `topic:${number}`)
    return page.evaluate(([s, n]) => globalThis.offprint?.saveSearch(s, `topic:${n}`), [search, number] as const)
  },
  forget: (page, model, random) => {
    const search = `s${anyPaper(random) % 3}`
    model.searches.delete(search)
    return page.evaluate((s) => globalThis.offprint?.deleteSearch(s), search)
  },
  reload: async (page) => {
    await page.reload()
    await ready(page)
  },
  /** A removal and its undo, together no change. */
  undo: async (page, model, random) => {
    const [number, list] = [anyPaper(random), anyList(model, random)]
    await page.evaluate(([n, l]) => globalThis.offprint?.remove(n, l), [number, list] as const)
    await page.evaluate(() => globalThis.offprint?.undo())
  },
} as const satisfies Readonly<Record<string, Act>>

type Name = keyof typeof ACTS
const NAMES = ['save', ...Object.keys(ACTS)] as readonly Name[]

/** Makes a random step of this name in the page and in the model. */
function act(name: Name, page: Page, model: Model, random: Random): Promise<unknown> {
  return ACTS[name](page, model, random)
}
