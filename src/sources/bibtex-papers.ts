/** Reads the papers of a bibliography in BibTeX. */
import { known } from '../base/known.ts'
import { ok, type Result } from '../base/result.ts'
import { readBibtex, type BibEntry } from './bibtex.ts'
import { spokenName } from './person-name.ts'
import type { RawPaper, Reading, SourceFault } from './raw-paper.ts'
import { dateOf, namesIn } from './stated.ts'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Entries in their order, whatever they are of; what has no title is named by its key. */
export function readBibtexPapers(text: string): Result<Reading, SourceFault> {
  const { entries, faults } = readBibtex(text)
  return ok({ papers: entries.map(paperOf), faults })
}

function paperOf({ fields, line }: BibEntry, index: number): RawPaper {
  const field = (name: string): string | undefined => fields.get(name)?.replace(/\s+/g, ' ').trim()
  const authors = peopleIn(field('author') ?? '')
  const isArxiv = /^arxiv$/i.test(field('archiveprefix') ?? field('eprinttype') ?? 'arxiv')
  return {
    title: field('title') ?? '',
    abstract: field('abstract') ?? '',
    line,
    record: index + 1,
    tex: true,
    ...known({ authors: authors.length > 0 ? authors : undefined, published: publishedIn(field) }),
    ...namesIn([
      isArxiv ? field('eprint') : undefined,
      // As Google Scholar writes it: `journal = {arXiv preprint arXiv:2605.13301}`.
      /\barXiv:\S+/i.exec(field('journal') ?? '')?.[0],
      ...['doi', 'url', 'howpublished'].map((name) => addressPart(field(name))),
    ]),
  }
}

/** What stands beyond is cut: it makes more authors, or longer names, than are let through (see bounds.ts). */
const LONGEST_AUTHORS = 1_100_000

/** `A and B and others`; an `and` in braces is part of a name. */
function peopleIn(text: string): readonly string[] {
  const people: string[] = []
  let person = ''
  let depth = 0
  for (const part of text.slice(0, LONGEST_AUTHORS).split(/(\s+and\s+|[{}])/i)) {
    if (part === '{') depth++
    if (part === '}') depth--
    if (depth <= 0 && /^\s+and\s+$/i.test(part)) {
      people.push(person)
      person = ''
    } else person += part
  }
  return [...people, person]
    .map((name) => spokenName(name.trim()))
    .filter((name) => name !== '' && name.toLowerCase() !== 'others')
}

function publishedIn(field: (name: string) => string | undefined): string | undefined {
  const [year, month, day] = field('date')?.split('-') ?? []
  if (year !== undefined) return dateOf(year, month, day)
  const named = MONTHS.indexOf((field('month') ?? '').slice(0, 3).toLowerCase()) + 1
  return dateOf(field('year'), named > 0 ? String(named) : field('month'))
}

/** Out of `\url{…}`, without TeX's escapes. */
function addressPart(value: string | undefined): string | undefined {
  return value?.replace(/^\\url\{(.*)\}$/, '$1').replace(/\\([%$&#_{}~])/g, '$1')
}
