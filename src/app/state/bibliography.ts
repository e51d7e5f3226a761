/** A bibliography of the reader's: which of its entries are here, and which papers are near to them. */
import { err, ok, type Result } from '../../base/result.ts'
import type { Paper } from '../../corpus/paper.ts'
import type { Problem } from '../../corpus/problem.ts'
import { bibText } from '../../enrich/bib-text.ts'
import { paperId, titleKey } from '../../enrich/identity.ts'
import type { Similar } from '../../meaning/similar.ts'
import type { SearchClient } from '../../search/client.ts'
import { readBibtex } from '../../sources/bibtex.ts'
import type { SourceFault } from '../../sources/raw-paper.ts'
import { asSentence } from '../../sources/sentence.ts'
import { textOf } from '../../sources/text-of.ts'

/** An entry with a title, as plain text. */
export interface Named {
  readonly key: string
  readonly title: string
  /** Empty where the entry has none. */
  readonly abstract: string
}

export interface NamedEntries {
  readonly entries: readonly Named[]
  readonly faults: readonly SourceFault[]
  /** Entries at the end of the file that are too many to compare. */
  readonly unread: number
}

/** Why a file is no bibliography; with the line, where there is one. */
export type BibliographyFault =
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'not-text'; readonly fault: SourceFault }
  | { readonly kind: 'no-entry' }

/** An entry, the paper here that has its title, and the papers nearest to it: only those that share a word with it. */
export interface Cited {
  readonly entry: Named
  readonly here: Paper | null
  /** Null where the papers here came without what tells which are alike. */
  readonly near: readonly Similar[] | null
}

/** A bibliography of a thesis has some 500 entries, and 0.3 MB with abstracts. */
const MOST_BYTES = 10_000_000
/** At 15 to 25 ms each. */
const MOST_ENTRIES = 500
const NEAREST_TO_ENTRY = 3

/** Reads a file, or says what is wrong with the whole of it. */
export async function readBibliography(file: Blob): Promise<Result<NamedEntries, BibliographyFault>> {
  if (file.size > MOST_BYTES) return err({ kind: 'too-large', bytes: file.size })
  // A file that went away after it was chosen rejects.
  const bytes = await file.arrayBuffer().catch(() => null)
  if (!bytes) return err({ kind: 'unreadable' })
  const text = textOf(new Uint8Array(bytes))
  return text.ok ? namedEntries(text.value) : err({ kind: 'not-text', fault: text.error })
}

/** The entries of a text of BibTeX that have a title. */
export function namedEntries(text: string): Result<NamedEntries, BibliographyFault> {
  const read = readBibtex(text)
  if (read.entries.length + read.faults.length === 0) return err({ kind: 'no-entry' })
  const faults = [...read.faults]
  const named: Named[] = []
  for (const { key, line, fields } of read.entries) {
    const title = bibText(fields.get('title') ?? '')
    if (titleKey(title) === '') faults.push({ line, what: `${key === '' ? 'an entry' : key} has no title` })
    else named.push({ key, title, abstract: bibText(fields.get('abstract') ?? '') })
  }
  return ok({
    entries: named.slice(0, MOST_ENTRIES),
    faults: faults.map(asSentence).sort((a, b) => a.line - b.line),
    unread: Math.max(0, named.length - MOST_ENTRIES),
  })
}

/** What is here of an entry, and near to it. */
export async function compareEntry(
  client: Pick<SearchClient, 'paper' | 'similar'>,
  entry: Named,
): Promise<Result<Cited, Problem>> {
  const key = titleKey(entry.title)
  const asked = await client.paper(paperId(key))
  if (!asked.ok) return asked
  const { paper } = asked.value
  const here = paper && titleKey(paper.title) === key ? paper : null
  // Of a paper that is here more is known than most bibliographies say.
  const like = await client.similar(here ?? { ...entry, topics: [] }, NEAREST_TO_ENTRY)
  if (!like.ok) return like
  if (like.value.problem) return err(like.value.problem)
  const { found, comparable } = like.value
  return ok({ entry, here, near: comparable ? found.filter(({ terms }) => terms.length > 0) : null })
}

/** A paper that is not in the bibliography, and how many entries of it lead there. */
export interface Missing {
  readonly paper: Paper
  readonly entries: number
}

/** The papers that several entries are near to, the most first, at most `count`; those in the bibliography left out. */
export function missingFrom(cited: readonly Cited[], count: number): readonly Missing[] {
  const have = new Set(cited.map(({ here }) => here?.id))
  const found = new Map<string, { paper: Paper; entries: number; worth: number }>()
  for (const { near } of cited)
    near?.forEach(({ paper }, at) => {
      if (have.has(paper.id)) return
      const one = found.get(paper.id) ?? { paper, entries: 0, worth: 0 }
      found.set(paper.id, { paper, entries: one.entries + 1, worth: one.worth + 1 / (at + 1) })
    })
  return [...found.values()]
    .filter(({ entries }) => entries > 1)
    .sort((a, b) => b.entries - a.entries || b.worth - a.worth || a.paper.rank - b.paper.rank)
    .slice(0, count)
}
