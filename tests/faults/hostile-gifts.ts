/** Places of the app that show what a reader brings into it: libraries, files, drafts, and what the host sends in place of papers. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { encodeShard } from '../../src/corpus/encode-shard.ts'
import { hostilePapers, payload } from '../support/hostile-corpus.ts'
import { otherLibrary } from '../support/hostile-library.ts'
import { PAYLOADS } from '../support/hostile-texts.ts'
import { choose } from '../support/library-moves.ts'
import { button, sheet } from '../support/on-page.ts'
import type { Deed } from './hostile-deeds.ts'

/** A name of a file has no slash. */
const NAMES = PAYLOADS.filter((text) => !text.includes('/'))
const fileOf = (name: string, text: string): { name: string; mimeType: string; buffer: Buffer } => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
})

const library = (turn: number): Deed => ({
  spots: [{ place: 'import: what differs', at: 'dialog details li', few: 12 }],
  done: async (sight, spots) => {
    await sight.go('#/settings')
    await choose(sight.page, otherLibrary(turn))
    for (const how of ['Merge', 'Replace']) {
      await sheet(sight.page).getByRole('radio', { name: how }).check()
      await sheet(sight.page).getByText('What differs').click()
      await sight.look(spots)
    }
    await button(sight.page, 'Cancel').click()
    await sheet(sight.page).waitFor({ state: 'detached' })
  },
})

const files: Deed = {
  spots: [
    // Others are cleaned as the readers of files do: one dash for two hyphens, plain quotes.
    { place: 'Bring: titles of a file', at: '[aria-label="What was read"] .titles li', few: 150 },
    { place: 'Bring: name of a file', at: '[aria-label="What was read"] .file', few: 1 },
    { place: 'Bring: faults of files', at: '[aria-label="What was read"] .faults li', few: 50 },
  ],
  done: async (sight, spots) => {
    await sight.go('#/bring')
    const broken = NAMES.slice(0, 60).map((name) => fileOf(name, '@misc{b, title = {Cut'))
    await sight.page.setInputFiles('main input[type=file]', [
      ...broken,
      fileOf(NAMES[61] ?? '', encodeShard(hostilePapers.map((paper) => ({ ...paper, id: `b${paper.rank}` })))),
    ])
    await button(sight.page, `Show more of ${PAYLOADS.length}`).click()
    await button(sight.page, `Show more of ${PAYLOADS.length}`).click()
    await sight.look(spots)
  },
}

const draft: Deed = {
  spots: [
    { place: 'draft: text', at: 'main textarea', of: 'value', few: 150 },
    { place: 'draft: sentences', at: 'main .part .reading', few: 30 },
    { place: 'draft: entries of a file', at: '.found .part', few: 30 },
  ],
  done: async (sight, spots) => {
    await sight.go('#/draft')
    const draft = PAYLOADS.map((text) => `We train speech models with ${text} and more`).join('. ')
    await sight.page.getByText('Nothing to compare yet').waitFor()
    await sight.page.getByRole('textbox', { name: 'Your draft' }).fill(draft)
    await sight.page.getByRole('region', { name: 'Sentence by sentence' }).waitFor()
    await sight.look(spots)
    const entries = NAMES.map((text, n) => `@misc{k${n}, title = {Speech models of ${text}}}`).join('\n')
    await sight.page.setInputFiles('main input[type=file]', fileOf(NAMES[5] ?? '', entries))
    await sight.page.getByRole('region', { name: 'Entry by entry' }).waitFor()
    await sight.look(spots)
  },
}

const manifest = (folder: string): Deed => ({
  spots: [{ place: 'Settings: last problem', at: 'main dd code' }],
  done: async (sight, spots) => {
    const manifest = join(folder, 'corpus/manifest.json')
    const good = await readFile(manifest, 'utf8')
    await writeFile(manifest, JSON.stringify({ ...JSON.parse(good), taken: PAYLOADS.join(' · ') }))
    await sight.go('#/settings')
    await button(sight.page, 'Look for new papers').click()
    await sight.page.locator('main dd code', { hasText: payload(0) }).waitFor()
    await sight.look(spots)
    await writeFile(manifest, good)
  },
})

/** `folder`: what the host serves; `turn`: that of the library. */
export function giftsTo(folder: string, turn: number): readonly Deed[] {
  return [library(turn), files, draft, manifest(folder)]
}
