/** Pages that are read without the app, made of hostile papers and opened without the content policy that guards them. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { editionLetter } from '../../src/app/edition-letter.ts'
import type { PaperEdition } from '../../src/digest/edition.ts'
import { writeEditionHtml } from '../../src/formats/edition-html.ts'
import { wholeText, type ExportEntry } from '../../src/formats/export-entry.ts'
import { writeOffprintFile } from '../../src/formats/offprint-file.ts'
import { hostilePapers, hostileTopics, payload } from '../support/hostile-corpus.ts'
import type { Spot } from '../support/hostile-page.ts'
import { Sight } from '../support/hostile-sight.ts'
import { PAYLOADS } from '../support/hostile-texts.ts'
import { Host } from '../support/host.ts'
import { Visitor } from './visitor.ts'

interface OpenedFile {
  readonly name: string
  readonly spots: readonly Spot[]
  readonly write: (turn: number, corpus: string) => string | Promise<string>
}

export const FILES: readonly OpenedFile[] = [
  {
    name: 'offprint-file.html',
    spots: [
      { place: 'offprint file: name', at: 'h1', few: 1 },
      { place: 'offprint file: titles', at: 'h2' },
      { place: 'offprint file: abstracts', at: '.abstract' },
      { place: 'offprint file: authors, topics and lists', at: '.facts' },
      { place: 'offprint file: notes', at: '.note' },
    ],
    write: (turn) =>
      wholeText(writeOffprintFile, entries, { title: payload(turn), date: '2026-11-22', topics: hostileTopics }),
  },
  {
    name: 'edition.html',
    spots: [
      { place: 'edition as HTML: titles', at: 'h3' },
      { place: 'edition as HTML: sections', at: 'h2' },
      { place: 'edition as HTML: the rest', at: 'p' },
    ],
    write: () => writeEditionHtml(letter),
  },
  {
    name: 'papers.html',
    spots: [
      { place: 'page without script: titles', at: 'h2' },
      { place: 'page without script: abstracts and authors', at: 'article p' },
      { place: 'page without script: sources', at: 'header p' },
    ],
    write: (_, corpus) => readFile(join(corpus, 'papers.html'), 'utf8'),
  },
]

const entries: readonly ExportEntry[] = hostilePapers.map((paper, n) => ({
  paper,
  note: payload(n + 8),
  lists: [payload(n + 9), payload(n + 10)],
  link: `https://evil.invalid/"onclick="globalThis.ran=1;//${n}`,
}))

const edition: PaperEdition = {
  day: '2026-11-22',
  number: 1,
  since: null,
  generation: '2026-11-22-hostile',
  shown: 1,
  total: 1,
  kind: 'papers',
  of: 1,
  sections: hostilePapers.map((paper, n) => {
    const reason = { kind: 'because', paper: 'h0', title: payload(n + 8), terms: [payload(n + 9)] } as const
    const search = { id: `s${n}`, name: payload(n + 10) }
    return { kind: 'search', search, entries: [{ paper, reason, also: [] }], unseen: 1, seen: 0 }
  }),
  postscripts: [],
}
const letter = editionLetter(edition, {
  page: { papers: PAYLOADS.length, taken: '2026-11-22', sources: [{ dated: true }] },
  personal: true,
  app: 'https://example.org/offprint/',
})

/** Opens each in a browser, and tells what was seen; `corpus` is the folder of the hostile one. */
export async function openFiles(corpus: string, turn: number): Promise<Sight> {
  const folder = `${corpus}-files`
  await mkdir(folder)
  try {
    await using host = await new Host(folder).start()
    await using visitor = await Visitor.arrive()
    const sight = await Sight.of(await visitor.context.newPage(), host.url)
    for (const { name, spots, write } of FILES) {
      await writeFile(join(folder, name), unguarded(await write(turn, corpus)))
      await sight.page.goto(host.url + name)
      await sight.look(spots)
    }
    return sight
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Without its content policy, and with its own script marked as such, which is the last. */
function unguarded(text: string): string {
  const at = text.lastIndexOf('<script type="module">')
  const marked = at < 0 ? text : text.slice(0, at) + text.slice(at).replace('<script', '<script data-own')
  return marked.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
}
