/** Reads what `export.arxiv.org/api/query` answers: a feed in Atom, whose errors look like entries. */
import { XMLParser } from 'fast-xml-parser'
import * as v from 'valibot'
import { known } from '../base/known.ts'
import { err, ok, type Result } from '../base/result.ts'
import { messageOf } from '../base/thrown.ts'
import { arxivIn, doiIn } from '../corpus/identifiers.ts'
import { surplus } from './bounds.ts'
import type { RawPaper, Reading, SourceFault } from './raw-paper.ts'
import { dayIn } from './stated.ts'

/*
 * Entries are cut apart before they are parsed, as they never lie in each other: a broken one spoils no other, each
 * has its line, and a parser that is given 64 MB at once needs half a gigabyte. What the feed defines for itself
 * (entities) is refused before anything else, since arXiv defines nothing.
 */
const ENTRY = /<entry[\s>]/g
const PARSER = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: true,
  // "0123" is a name, not a number.
  parseTagValue: false,
  processEntities: { enabled: true, maxTotalExpansions: 20_000 },
  isArray: (name) => name === 'author',
  maxNestedTags: 20,
})

const Text = v.fallback(v.optional(v.string()), undefined)
const Entry = v.object({
  id: Text,
  title: Text,
  summary: Text,
  published: Text,
  doi: Text,
  author: v.fallback(v.optional(v.array(v.fallback(v.object({ name: Text }), { name: undefined }))), undefined),
})

/** Papers in the order of the feed; an error of arXiv's is none, and neither is a feed that ends before its end. */
export function readArxivAtom(text: string): Result<Reading, SourceFault> {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    return err({ line: 1, what: 'it defines entities of its own; a feed of arXiv has none' })
  const starts = Array.from(text.matchAll(ENTRY), ({ index }) => index)
  const end = text.lastIndexOf('</feed>')
  if (end < 0) return err({ line: text.split('\n').length, what: 'the feed is cut off before its end' })
  const papers: RawPaper[] = []
  const faults: SourceFault[] = []
  let line = 1
  for (const [index, start] of starts.entries()) {
    line += linesIn(text.slice(starts[index - 1] ?? 0, start))
    const paper = readEntry(text.slice(start, starts[index + 1] ?? Math.max(start, end)), line, index + 1)
    if (!('what' in paper)) papers.push(paper)
    else if (paper.what.startsWith(REFUSED)) return err(paper)
    else faults.push(paper)
    const problem = surplus({ papers, faults }, line)
    if (problem) return err(problem)
  }
  return ok({ papers, faults })
}

const REFUSED = 'arXiv answered with an error'

function readEntry(piece: string, line: number, record: number): RawPaper | SourceFault {
  const fields = parseEntry(piece)
  if (typeof fields === 'string') return { line, record, what: fields }
  const { id = '', title = '', summary = '', published, doi, author = [] } = fields
  if (id.includes('/api/errors')) return { line, what: `${REFUSED}: ${summary.trim().slice(0, 200)}` }
  const arxiv = arxivIn(id)
  if (arxiv === null) return { line, record, what: 'it has no arXiv number' }
  const authors = author.flatMap(({ name }) => name ?? [])
  return {
    title,
    abstract: summary,
    line,
    record,
    ...known({
      authors: authors.length > 0 ? authors : undefined,
      published: dayIn(published),
      arxiv,
      doi: doiIn(doi ?? '') ?? undefined,
    }),
  }
}

/** The fields of an entry, or what is wrong with it. */
function parseEntry(piece: string): v.InferOutput<typeof Entry> | string {
  const fault = tagFault(piece)
  if (fault !== null) return fault
  try {
    const read = v.safeParse(v.object({ entry: Entry }), PARSER.parse(piece))
    return read.success ? read.output.entry : 'it has no fields'
  } catch (cause) {
    // The parser throws for what is nested too deep, and for names such as __proto__.
    return `it is refused: ${messageOf(cause)}`
  }
}

/** Of an entry: 3,000 authors and what they belong to. */
const MOST_TAGS = 30_000

/** What is wrong with the first tag that does not fit those before it, which the parser would pass over; null where all close. */
function tagFault(piece: string): string | null {
  const broken = (tag: string): string => `it is broken XML at ${tag.slice(0, 60)}`
  const open: string[] = []
  let tags = 0
  for (const [tag, closes, name = '', empty] of piece.matchAll(/<(\/?)([A-Za-z][\w:.-]*)[^<>]*?(\/?)>|</g)) {
    if (++tags > MOST_TAGS) return 'it has more tags than any'
    if (name === '' || (closes === '/' && open.pop() !== name)) return broken(tag)
    if (closes === '' && empty === '') open.push(name)
  }
  return open.length > 0 ? broken(`<${open.join('><')}>`) : null
}

function linesIn(text: string): number {
  return text.split('\n').length - 1
}
