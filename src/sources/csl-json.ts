/** Reads CSL-JSON: the items that citation processors and reference managers exchange. */
import * as v from 'valibot'
import { known } from '../base/known.ts'
import type { Result } from '../base/result.ts'
import { readJsonRecords } from './json-records.ts'
import type { RawPaper, Reading, SourceFault } from './raw-paper.ts'
import { dateOf, namesIn } from './stated.ts'

const Text = v.fallback(v.optional(v.string()), undefined)
/** Crossref writes some texts as lists of one. */
const Wrapped = v.fallback(
  v.optional(
    v.union([
      v.string(),
      v.pipe(
        v.array(v.string()),
        v.transform(([first]) => first),
      ),
    ]),
  ),
  undefined,
)
const Name = v.object({
  literal: Text,
  given: Text,
  family: Text,
  suffix: Text,
  'non-dropping-particle': Text,
  'dropping-particle': Text,
})
const NOBODY = v.parse(Name, {})
const Part = v.union([v.string(), v.number()])
const Issued = v.object({
  'date-parts': v.fallback(v.optional(v.array(v.array(Part))), undefined),
  raw: Text,
  literal: Text,
})

const Item = v.object({
  type: Text,
  title: Wrapped,
  abstract: Text,
  author: v.fallback(v.optional(v.array(v.fallback(Name, NOBODY))), undefined),
  issued: v.fallback(v.optional(Issued), undefined),
  DOI: Text,
  URL: Text,
  number: Text,
  archive: Text,
  archive_location: Text,
})

/** The tags that CSL allows in texts, and those of the abstracts that publishers deposit. */
const TAGS = /<\/?(?:i|b|sub|sup|sc|span|em|strong|p|jats:[a-z-]+)(?:\s[^<>]*)?>/gi

/** Items in their order, whatever they are of. */
export function readCslJson(text: string): Result<Reading, SourceFault> {
  return readJsonRecords(text, readItem)
}

function readItem(value: unknown): Omit<RawPaper, 'line' | 'record'> | null {
  const read = v.safeParse(Item, value)
  if (!read.success) return null
  const item = read.output
  const isArxiv = /^arxiv$/i.test(item.archive ?? '')
  const names = item.author?.map(nameText).filter((name) => name !== '') ?? []
  return {
    title: plain(item.title),
    abstract: plain(item.abstract),
    ...known({ authors: names.length > 0 ? names : undefined, published: dateIn(item.issued) }),
    ...namesIn([isArxiv ? item.archive_location : undefined, item.number, item.DOI, item.URL]),
  }
}

function plain(text = ''): string {
  return text.replace(TAGS, ' ').replace(/ {2,}/g, ' ').trim()
}

function nameText(name: v.InferOutput<typeof Name>): string {
  const parts = [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix]
  return (name.literal ?? parts.filter(Boolean).join(' ')).trim()
}

function dateIn(issued: v.InferOutput<typeof Issued> | undefined): string | undefined {
  const words = (issued?.raw ?? issued?.literal)?.trim().split(/[-/]/)
  const [year, month, day] = issued?.['date-parts']?.[0]?.map(String) ?? words ?? []
  return dateOf(year, month, day)
}
