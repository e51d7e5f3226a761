/** The search worker hangs, throws, dies, or never starts: another answers, or a sentence says so and Retry works. */
import assert from 'node:assert/strict'
import type { Page, Worker } from 'playwright-core'
import type { Fault } from '../support/faults.ts'
import { Host } from '../support/host.ts'
import { answered, button, found, searchBox } from '../support/on-page.ts'
import { inTurn, pick, seeded } from '../support/seeded.ts'
import type { FaultClass, Tally } from './fault-class.ts'
import { isForEveryone } from './for-everyone.ts'
import { Visitor } from './visitor.ts'

/** Milliseconds that a reader may wait for the right answer; those that took longer are counted. */
const PROMISED = 5_000
/** A busy machine is slow, not wrong. */
const LIMIT = 20_000
const WORDS = ['radar', 'video', 'speech', 'gaussian splatting', 'moe'] as const

/** An answer, not a sign of life, is what the worker stumbles over. */
const atAnswers = (does: string): string =>
  `const { prototype } = BroadcastChannel, post = prototype.postMessage
   prototype.postMessage = function (said) { if (said.kind === 'answer' && said.id > 0) { ${does} } else post.call(this, said) }`
/** What is done inside a worker. */
const HARM = {
  hangs: 'for (;;);',
  throws: 'setTimeout(() => { throw new Error("made up") })',
  dies: 'close()',
  rejects: 'void Promise.reject(new Error("made up"))',
  'hangs at a question': atAnswers('for (;;);'),
  'throws at a question': atAnswers('throw new Error("made up")'),
} as const
type Harm = keyof typeof HARM

type Row =
  | { readonly when: 'later' | 'while it opens'; readonly harm: Harm }
  | { readonly when: 'once' | 'as long as it lasts'; readonly fault: Fault }

const ROWS: readonly Row[] = [
  ...(Object.keys(HARM) as Harm[]).map((harm) => ({ when: 'later', harm }) as const),
  ...(['hangs', 'throws', 'dies'] as const).map((harm) => ({ when: 'while it opens', harm }) as const),
  ...(['not-found', 'reset'] as const).map((fault) => ({ when: 'once', fault }) as const),
  ...(
    ['portal-typed', 'cut-unannounced', 'hang', 'not-found', 'portal', 'empty', 'server-error', 'redirect'] as const
  ).map((fault) => ({ when: 'as long as it lasts', fault }) as const),
]

export const worker: FaultClass = {
  name: 'worker',
  title:
    'the search worker hangs, throws, dies or rejects: at rest, at a question, while it opens; its script is absent, damaged or another page',
  sees: 'the right answer, some four seconds late; where no worker comes, a sentence and Retry',
  quick: Array.from({ length: 14 }, (_, row) => row),
  long: 140,
  trial,
}

/** A search, and what it finds where nothing is wrong: `3 papers`. */
interface Question {
  readonly word: string
  readonly right: string
}

async function trial(seed: number): Promise<Tally> {
  const row = inTurn(ROWS, seed)
  const random = seeded(seed)
  const question = await inPeace(pick(WORDS, random))
  await using host = await new Host('dist').start()
  await using visitor = await Visitor.arrive({ serviceWorkers: 'block' })
  const waited =
    'fault' in row
      ? await atStart(row, host, visitor, question)
      : row.when === 'later'
        ? await later(row.harm, 300 * random(), host, visitor, question)
        : await whileItOpens(row.harm, host, visitor, question)
  return { answers: 1, 'after more than 5 s': waited > PROMISED ? 1 : 0 }
}

async function later(harm: Harm, pause: number, host: Host, visitor: Visitor, question: Question): Promise<number> {
  const page = await visitor.open(`${host.url}#/browse`)
  await answered(page)
  const [running] = page.workers()
  assert.ok(running)
  hurt(running, harm)
  await page.waitForTimeout(pause)
  const waited = await asks(page, question)
  // And the next as ever.
  await asks(page, await inPeace('agents'))
  // A part that stumbles while the rest goes on is told; what was mended is not.
  assert.equal(await failed(page).count(), harm === 'rejects' ? 1 : 0)
  if (harm === 'rejects') await isForEveryone(page, 'part-failed')
  return waited
}

async function whileItOpens(harm: Harm, host: Host, visitor: Visitor, question: Question): Promise<number> {
  const page = await visitor.context.newPage()
  page.once('worker', (first) => hurt(first, harm))
  await page.goto(`${host.url}#/browse`)
  const waited = await asks(page, question)
  assert.equal(await failed(page).count(), 0)
  return waited
}

async function atStart(
  { when, fault }: Extract<Row, { readonly fault: Fault }>,
  host: Host,
  visitor: Visitor,
  question: Question,
): Promise<number> {
  let times = 0
  host.fault = (file) => (file.includes('search-worker') && (when !== 'once' || times++ === 0) ? fault : null)
  const page = await visitor.open(`${host.url}#/browse`)
  if (when === 'once') return asks(page, question)
  await failed(page).waitFor({ timeout: LIMIT })
  await isForEveryone(page, 'search-did-not-start')
  host.fault = () => null
  if (fault === 'hang') await host.restart()
  await button(page, 'Retry').click()
  return asks(page, question)
}

/** It is not waited for, since some of it never ends. */
function hurt(running: Worker, harm: Harm): void {
  running.evaluate(HARM[harm]).catch(() => undefined) // the worker is gone before it can say that it was done
}

const failed = (page: Page) => page.getByText('A part of Offprint failed')

/** Types, and waits for the right answer; gives the milliseconds it took. */
async function asks(page: Page, { word, right }: Question): Promise<number> {
  await searchBox(page).fill(word)
  const begun = Date.now()
  const said = page.getByRole('status').filter({ hasText: new RegExp(`^${right}$`) })
  await said.waitFor({ timeout: LIMIT })
  await answered(page)
  return Date.now() - begun
}

const known = new Map<string, Promise<Question>>()

function inPeace(word: string): Promise<Question> {
  const asked = known.get(word) ?? askInPeace(word)
  known.set(word, asked)
  return asked
}

async function askInPeace(word: string): Promise<Question> {
  await using host = await new Host('dist').start()
  await using visitor = await Visitor.arrive({ serviceWorkers: 'block' })
  const page = await visitor.open(`${host.url}#/browse?q=${encodeURIComponent(word)}`)
  await answered(page)
  return { word, right: await found(page) }
}
