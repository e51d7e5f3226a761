/** Reads a source of whatever format it is by its content, within bounds. */
import { err, ok, type Result } from '../base/result.ts'
import { boundFault, MOST_BYTES, surplus } from './bounds.ts'
import type { Beside } from './corpus-files.ts'
import { formOf, wordUnknown, type Form } from './forms.ts'
import type { RawPaper, Reading, SourceFault } from './raw-paper.ts'
import { asSentence } from './sentence.ts'
import { wholeSigns } from './stated.ts'
import { textOf } from './text-of.ts'

type Read = (text: string, beside: Beside) => Result<Reading, SourceFault>

/** A reader for each form, whose code comes when it is needed. */
const READERS: Readonly<Record<Form, () => Promise<Read>>> = {
  manifest: async () => (await import('./corpus-files.ts')).readCorpusManifest,
  shard: async () => (await import('./corpus-files.ts')).readCorpusShard,
  daily: async () => (await import('./hf-daily.ts')).readHfDaily,
  csl: async () => (await import('./csl-json.ts')).readCslJson,
  atom: async () => (await import('./arxiv-atom.ts')).readArxivAtom,
  ris: async () => (await import('./ris.ts')).readRis,
  bibtex: async () => (await import('./bibtex-papers.ts')).readBibtexPapers,
  page: async () => (await import('./hf-page.ts')).readHfPage,
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
  const form = formOf(text.value)
  if (form === null) return err({ line: 1, what: wordUnknown(text.value) })
  const read = (await READERS[form]())(text.value, beside)
  const bounded = read.ok ? withinBounds(read.value) : read
  return bounded.ok
    ? ok({ ...bounded.value, faults: bounded.value.faults.map(asSentence) })
    : err(asSentence(bounded.error))
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
