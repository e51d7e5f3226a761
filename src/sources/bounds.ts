/** What no paper has more of: beyond, a record is damaged or made to do harm. */
import type { RawPaper, Reading, SourceFault } from './raw-paper.ts'

/** Of a file, in bytes: 40,000 papers as JSON. */
export const MOST_BYTES = 64_000_000
/** Of what a reader brings at once: a file in bytes, and papers. */
export const MOST_BROUGHT = { bytes: 20_000_000, papers: 5_000 }
/** The longest title seen has 141 characters, the longest abstract of arXiv 1,920, its longest list 3,000 names. */
const LONGEST = { title: 1_000, abstract: 20_000, author: 200, address: 2_000 }
const MOST_AUTHORS = 5_000
/** Of a file, and of its broken records. Without them 64 MB of commas are 64 million sentences. */
const MOST_PAPERS = 100_000
const MOST_FAULTS = 1_000

/** Why no more of a file is read, on this line of it; null where all is well. */
export function surplus({ papers, faults }: Reading, line: number): SourceFault | null {
  if (papers.length > MOST_PAPERS)
    return { line, what: `more than ${MOST_PAPERS.toLocaleString('en')} papers; cut it up` }
  const [first] = faults
  if (!first || faults.length <= MOST_FAULTS) return null
  const many = `more than ${MOST_FAULTS.toLocaleString('en')} of its records are broken`
  return { line, what: `${many}, the first on line ${String(first.line)}: ${first.what}` }
}

/** Why a record cannot be a paper; null where it can. */
export function boundFault({ title, abstract, authors = [], page, project, code = [] }: RawPaper): string | null {
  if (!/[\p{L}\p{N}]/u.test(title.slice(0, LONGEST.title))) return 'it has no title'
  if (title.length > LONGEST.title) return `its title has ${counted(title)} characters, more than any`
  if (abstract.length > LONGEST.abstract) return `its abstract has ${counted(abstract)} characters, more than any`
  if (authors.length > MOST_AUTHORS) return `it has ${counted(authors)} authors, more than any`
  if (authors.some(({ length }) => length > LONGEST.author)) return 'the name of an author is too long to be one'
  const addresses = [page, project, ...code].filter((one) => one !== undefined)
  if (addresses.some(({ length }) => length > LONGEST.address)) return 'an address in it is too long to be one'
  return null
}

function counted({ length }: { readonly length: number }): string {
  return length.toLocaleString('en')
}
