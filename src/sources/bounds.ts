/** What no paper has more of: beyond, a record is damaged or made to do harm. */
import type { RawPaper } from './raw-paper.ts'

/** Of a file, in bytes: 40,000 papers as JSON. */
export const MOST_BYTES = 64_000_000
/** The longest title seen has 141 characters, the longest abstract of arXiv 1,920, its longest list 3,000 names. */
const LONGEST = { title: 1_000, abstract: 20_000, author: 200, address: 2_000 }
const MOST_AUTHORS = 5_000

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
