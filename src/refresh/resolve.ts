/** Looks undated papers up at arXiv by their titles, and brings the entries that have the very same title. */
import type { Day } from '../base/days.ts'
import { titleKey } from '../enrich/identity.ts'
import type { RawPaper } from '../sources/raw-paper.ts'
import { readSource } from '../sources/read-source.ts'
import { arxivPath, type PaperHost } from './hosts.ts'
import type { Ask } from './polite.ts'
import { readAnswer } from './refresh.ts'
import type { SourceFolder } from './source-folder.ts'

export interface ResolveOptions {
  readonly folder: SourceFolder
  readonly ask: Ask
  readonly today: Day
  /** arXiv. */
  readonly host: PaperHost
}

export interface ResolveReport {
  /** Titles that were looked up. */
  readonly asked: number
  /** Those that arXiv has, word for word. */
  readonly found: number
  /** Why it ended early; null where it did not. What was found until then is kept. */
  readonly broken: string | null
}

/** Entries that a title may find; the right one is among the first, or arXiv has it not. */
const ENTRIES = 5
/** Ids in one question. */
const IDS = 100

/** Asks for each title that no source gives a day, then once for all that were found, which become a source. */
export async function resolveTitles(options: ResolveOptions): Promise<ResolveReport> {
  const { folder, ask, host } = options
  const ids: string[] = []
  let asked = 0
  let broken: string | null = null
  for (const title of undated(await papersIn(folder))) {
    const id = await findId(title, ask, host)
    if (id !== null && 'error' in id) {
      broken = id.error
      break
    }
    asked += 1
    if (id) ids.push(id.arxiv)
  }
  let found = 0
  for (let from = 0; from < ids.length; from += IDS) {
    const some = ids.slice(from, from + IDS)
    const why = await keep(some, from / IDS + 1, options)
    if (why !== null) return { asked, found, broken: why }
    found += some.length
  }
  return { asked, found, broken }
}

async function papersIn(folder: SourceFolder): Promise<readonly RawPaper[]> {
  const papers: RawPaper[] = []
  for (const { file } of folder.entries()) {
    const bytes = folder.read(file)
    const read = bytes ? await readSource(bytes) : null
    if (read?.ok) papers.push(...read.value.papers)
  }
  return papers
}

/** Titles of papers that no source dates or numbers, once each. */
function undated(papers: readonly RawPaper[]): readonly string[] {
  const known = new Set(
    papers.filter(({ arxiv, listed, published }) => arxiv ?? listed ?? published).map(({ title }) => titleKey(title)),
  )
  const titles = new Map(papers.map(({ title }) => [titleKey(title), title]))
  return [...titles].filter(([key]) => !known.has(key)).map(([, title]) => title)
}

/** The id of the entry whose title is the same; null where there is none. */
async function findId(
  title: string,
  ask: Ask,
  host: PaperHost,
): Promise<{ readonly arxiv: string } | { readonly error: string } | null> {
  const words = title.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  const path = arxivPath({ search_query: `ti:"${words}"`, max_results: String(ENTRIES) })
  const bytes = await ask(new URL(path, host.base).href, host.accept)
  if (!bytes.ok) return { error: bytes.error }
  const read = await readAnswer(bytes.value, host)
  if (!read.ok) return { error: read.error }
  const arxiv = read.value.papers.find((paper) => titleKey(paper.title) === titleKey(title))?.arxiv
  return arxiv === undefined ? null : { arxiv }
}

/** Brings entries by their ids into the folder, as arXiv gives them; null, or why that was not possible. */
async function keep(
  ids: readonly string[],
  part: number,
  { folder, ask, today, host }: ResolveOptions,
): Promise<string | null> {
  const path = arxivPath({ id_list: ids.join(','), max_results: String(IDS) })
  const bytes = await ask(new URL(path, host.base).href, host.accept)
  if (!bytes.ok) return bytes.error
  const read = await readAnswer(bytes.value, host)
  if (!read.ok) return read.error
  const what = `Entries of arXiv whose titles are those of undated papers, looked up on ${today}.`
  folder.put({ file: `arxiv-titles-${today}-${String(part)}.xml`, name: host.name, what, taken: today }, bytes.value)
  return null
}
