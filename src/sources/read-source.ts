/** Recognises the format of a source by its content, in one table, and reads it within bounds. */
import { err, ok, type Result } from '../base/result.ts'
import { looksLikeBibtex } from './bibtex.ts'
import { boundFault, MOST_BYTES, surplus } from './bounds.ts'
import type { Beside } from './corpus-files.ts'
import type { RawPaper, Reading, SourceFault } from './raw-paper.ts'
import { asSentence } from './sentence.ts'
import { wholeSigns } from './stated.ts'
import { textOf } from './text-of.ts'

type Read = (text: string, beside: Beside) => Result<Reading, SourceFault>

interface Format {
  readonly label: string
  /** Whether a text that begins so is of this format; the first of the table that says yes reads it. */
  readonly looks: (start: string) => boolean
  /** Its reader comes when it is needed. */
  readonly load: () => Promise<Read>
}

/** Characters that tell a format: some of the first record. */
const START = 20_000
const JSON_START = /^[[{]/
const MARKUP_START = /^<(?:!doctype|html|\?xml)/i
/** A manifest and a shard are told by their first two fields. */
const MANIFEST = /^\{\s*"format"\s*:\s*\d+\s*,\s*"generation"/
const SHARD = /^\{\s*"format"\s*:\s*\d+\s*,\s*"titles"/
/** Fields that no other list has; a quiet day is an empty one. */
const DAILY = /^\[\s*\]\s*$|"(?:submittedOnDailyAt|upvotes|summary|paper)"\s*:/

export const FORMATS = [
  {
    label: 'a corpus of this app',
    looks: (start) => MANIFEST.test(start),
    load: async () => (await import('./corpus-files.ts')).readCorpusManifest,
  },
  {
    label: 'a shard of one',
    looks: (start) => SHARD.test(start),
    load: async () => (await import('./corpus-files.ts')).readCorpusShard,
  },
  {
    label: 'daily papers of Hugging Face (JSON)',
    looks: (start) => JSON_START.test(start) && DAILY.test(start),
    load: async () => (await import('./hf-daily.ts')).readHfDaily,
  },
  {
    label: 'CSL-JSON',
    // The one field that each item must have.
    looks: (start) => JSON_START.test(start) && /"type"\s*:/.test(start),
    load: async () => (await import('./csl-json.ts')).readCslJson,
  },
  {
    label: 'a feed of arXiv (Atom)',
    looks: (start) => start.startsWith('<') && /<feed[\s>]/.test(start),
    load: async () => (await import('./arxiv-atom.ts')).readArxivAtom,
  },
  {
    label: 'RIS',
    looks: (start) => /^TY {1,2}- /.test(start),
    load: async () => (await import('./ris.ts')).readRis,
  },
  {
    label: 'BibTeX',
    looks: looksLikeBibtex,
    load: async () => (await import('./bibtex-papers.ts')).readBibtexPapers,
  },
  {
    label: 'a page saved as text',
    looks: (start) => !JSON_START.test(start) && !MARKUP_START.test(start),
    load: async () => (await import('./hf-page.ts')).readHfPage,
  },
] as const satisfies readonly Format[]

/** Whether a text says by its form which format it is of; lines of plain text may be a page, or anything. */
export function isOfKnownForm(text: string): boolean {
  const start = startOf(text)
  return FORMATS.slice(0, -1).some(({ looks }) => looks(start))
}

/** Papers of a source given as bytes, and which of its records are none; an error is of the whole file. */
export async function readSource(
  bytes: Uint8Array,
  beside: Beside = () => undefined,
): Promise<Result<Reading, SourceFault>> {
  if (bytes.length > MOST_BYTES)
    return err({ line: 1, what: `larger than ${String(MOST_BYTES / 1_000_000)} MB; cut it up` })
  const text = textOf(bytes)
  if (!text.ok) return text
  const start = startOf(text.value)
  const format = FORMATS.find(({ looks }) => looks(start))
  if (!format) return err({ line: 1, what: unknownFormat(start) })
  const read = (await format.load())(text.value, beside)
  const bounded = read.ok ? withinBounds(read.value) : read
  return bounded.ok
    ? ok({ ...bounded.value, faults: bounded.value.faults.map(asSentence) })
    : err(asSentence(bounded.error))
}

function startOf(text: string): string {
  return text.slice(0, START).replace(/^[\s\uFEFF]+/, '')
}

function unknownFormat(start: string): string {
  return `${JSON_START.test(start) ? 'JSON' : 'markup'} of an unknown kind; expected ${FORMATS.map(({ label }) => label).join(', ')}`
}

function withinBounds({ papers, faults }: Reading): Result<Reading, SourceFault> {
  const sound: RawPaper[] = []
  const unsound: SourceFault[] = []
  for (const given of papers) {
    const paper = withWholeSigns(given)
    const what = boundFault(paper)
    if (what === null) sound.push(paper)
    else unsound.push({ line: paper.line, record: paper.record, what })
    const problem = surplus({ papers: sound, faults: unsound }, paper.line)
    if (problem) return err(problem)
  }
  return ok({ papers: sound, faults: [...faults, ...unsound].sort((a, b) => a.line - b.line) })
}

function withWholeSigns(paper: RawPaper): RawPaper {
  const { title, abstract, authors } = paper
  const names = authors && { authors: authors.map(wholeSigns) }
  return { ...paper, title: wholeSigns(title), abstract: wholeSigns(abstract), ...names }
}
