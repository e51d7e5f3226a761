/** Texts made to run as code, in every place where the app shows text: none runs, asks another host or becomes a link but to https. */
import assert from 'node:assert/strict'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { writeLibraryFile } from '../../src/library/library-file.ts'
import { encodeList } from '../../src/library/list-link.ts'
import { PAYLOADS } from '../support/hostile-texts.ts'
import { Host } from '../support/host.ts'
import { envelope, NOW } from '../support/library.ts'
import { importAll } from '../support/library-moves.ts'
import { untilReadyOffline } from '../support/reader.ts'
import { pick, seeded } from '../support/seeded.ts'
import { smallCorpus } from '../support/small-corpus.ts'
import type { FaultClass, Tally } from './fault-class.ts'
import { Visitor } from './visitor.ts'

export const hostileText: FaultClass = {
  name: 'hostile-text',
  title: `${PAYLOADS.length} texts made to run as code, as titles, abstracts, notes, names of lists and searches, queries, links, shared text and addresses`,
  sees: 'the text as it is',
  quick: [0],
  long: 20,
  trial,
}

async function trial(seed: number): Promise<Tally> {
  const random = seeded(seed)
  const some = (): string => encodeURIComponent(pick(PAYLOADS, random))
  const folder = await mkdtemp(join(tmpdir(), 'faults-hostile-'))
  try {
    await withHostileCorpus(folder)
    await using host = await new Host(folder).start()
    await using visitor = await Visitor.arrive()
    const page = await visitor.context.newPage()
    const bad = watch(page, host.url)
    await page.goto(`${host.url}#/settings`)
    // From here on the service worker answers, as it does for every reader but a new one.
    await untilReadyOffline(page)
    await importAll(page, library())
    const link = await encodeList(
      { name: pick(PAYLOADS, random), papers: PAYLOADS.slice(0, 50).map((title, n) => ({ id: `h${n}`, title })) },
      'with-titles',
    )
    const at = Math.floor(random() * PAYLOADS.length)
    const places = [
      '#/',
      '#/browse',
      ...[1, 2, 3].map(() => `#/browse?q=${some()}`),
      '#/browse?q=onerror',
      `#/browse?topic=${some()}&list=${some()}&sort=${some()}`,
      ...[0, 1, 2, 3, 4, 5].map((n) => `#/paper/h${(at + 41 * n) % PAYLOADS.length}`),
      `#/paper/nowhere?t=${some()}`,
      '#/saved',
      '#/saved/a',
      '#/saved/to-read',
      `#/saved/${some()}`,
      `#/digest/${some()}`,
      `#/list/${link}`,
      `#/${some()}`,
      `?title=${some()}&text=${some()}&url=${some()}`,
    ]
    for (const place of places) await visit(page, host.url, place, bad)
    await page.goto(`${host.url}#/browse`)
    await page.getByText('globalThis.ran').first().waitFor() // or nothing was tried
    assert.deepEqual(bad, [])
    assert.equal(await page.evaluate(() => 'ran' in globalThis), false, 'a text ran')
    return { texts: PAYLOADS.length, places: places.length }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The built app over papers whose titles and abstracts are hostile, some in formulas. */
async function withHostileCorpus(folder: string): Promise<void> {
  await cp('dist', folder, { recursive: true })
  await rm(join(folder, 'corpus'), { recursive: true })
  const papers = PAYLOADS.map((text, n) => ({
    id: `h${n}`,
    title: text,
    abstract: `${text} and $${text.replaceAll('$', '')}$ and ${PAYLOADS[PAYLOADS.length - 1 - n] ?? ''}`,
    listed: '2026-11-22',
  }))
  await cp('dist/corpus', join(folder, 'corpus'), { recursive: true, filter: (path) => !path.endsWith('.json') })
  for (const [name, text] of smallCorpus('2026-11-22-hostile', [papers]))
    await writeFile(join(folder, 'corpus', name), text)
}

/** A library in which all text is hostile. */
function library(): string {
  const text = (n: number): string => PAYLOADS[n % PAYLOADS.length] ?? ''
  const name = (n: number): string => text(n).slice(0, 200)
  return writeLibraryFile(
    [
      envelope('list', 'a', { name: name(0), order: 1 }),
      ...Array.from({ length: 20 }, (_, n) => envelope('list', `l${n}`, { name: name(n * 12), order: n + 2 })),
      ...PAYLOADS.flatMap((title, n) => [
        envelope('entry', `a:h${n}`, { added: NOW, title }),
        envelope('entry', `to-read:x${n}`, { added: NOW, title }),
        envelope('note', `h${n}`, { text: text(n + 7), title }),
      ]),
      ...Array.from({ length: 20 }, (_, n) =>
        envelope('search', `s${n}`, { name: name(n * 13), query: text(n * 11), order: n }),
      ),
    ],
    NOW,
  )
}

/** Takes note of all that must not happen on a page. */
function watch(page: Page, home: string): string[] {
  const bad: string[] = []
  page.on('dialog', (dialog) => {
    bad.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(home) && !/^(?:blob|data):/.test(request.url())) bad.push(`asked ${request.url()}`)
  })
  page.on('pageerror', (error) => bad.push(`error ${error.message}`))
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) bad.push(message.text())
  })
  return bad
}

async function visit(page: Page, home: string, place: string, bad: string[]): Promise<void> {
  await page.goto(home + place)
  await page.reload()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  // Rows and formulas come a moment later, others as one scrolls.
  for (let screen = 0; screen < 3; screen++) {
    await page.waitForTimeout(300)
    await page.mouse.wheel(0, 3_000)
  }
  const links = await page.evaluate(() =>
    [...document.querySelectorAll('[href], [src]')].map(
      (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
    ),
  )
  for (const link of links) {
    const { protocol, href } = new URL(link, home)
    if (protocol !== 'https:' && !href.startsWith(home) && protocol !== 'blob:') bad.push(`link ${link} at ${place}`)
  }
}
