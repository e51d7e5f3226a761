/** The app's own files under a fault: which, and whether what is kept of them is what the host has. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import type { Fault } from '../support/faults.ts'
import { FAULTS } from '../support/faults.ts'

/** The parts of the shell, by the files they lie in. */
const PARTS = [
  ['page', /^index\.html$/],
  ['script', /^assets\/core-.*\.js$/],
  ['worker', /^assets\/search-worker-.*\.js$/],
  ['style', /^assets\/.*\.css$/],
  ['service worker', /^service-worker\.js$/],
] as const

/** Every part under every fault, row by row. */
export const ROWS: readonly (readonly [part: string, file: RegExp, fault: Fault])[] = FAULTS.flatMap((fault) =>
  PARTS.map(([part, file]) => [part, file, fault] as const),
)

/** The seeds of two parts under each fault, other parts from fault to fault, and for another `turn`. */
export function someRows(turn: 0 | 2): readonly number[] {
  const parts = PARTS.length
  return FAULTS.flatMap((_, fault) => [0, 1].map((at) => fault * parts + ((fault * 2 + turn + at) % parts)))
}

/** The files that are kept otherwise than the folder has them, or not at all. */
export async function keptWrongly(page: Page, folder: string): Promise<readonly string[]> {
  const kept = await page.evaluate(async () => {
    const found: [string, string][] = []
    for (const name of (await caches.keys()).filter((key) => key.includes('precache-v'))) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const bytes = (await (await cache.match(request))?.arrayBuffer()) ?? new ArrayBuffer(0)
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
        found.push([
          new URL(request.url).pathname.slice(1),
          [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
        ])
      }
    }
    return found
  })
  const wrong: string[] = []
  for (const [path, digest] of kept) {
    const bytes = await readFile(`${folder}/${path}`).catch(() => null)
    if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== digest) wrong.push(path)
  }
  return kept.length === 0 ? ['nothing is kept'] : wrong
}
