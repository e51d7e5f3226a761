/** Links to papers in a text as people paste and share it, each with an id of its own and the title beside it. */
import { arxivIn, doiIn } from '../corpus/identifiers.ts'
import { paperId } from './identity.ts'

/** A link to a paper; `title` is empty where the text gives none. */
export interface SharedLink {
  /** Made from the paper's identifier, else from the address: two addresses of one preprint are one link. */
  readonly id: string
  readonly url: string
  readonly title: string
}

const ADDRESS = /https?:\/\/[^\s<>"“”]+/g
/** What an identifier may stand in by itself; a number without the month of a year in it is some other. */
const WORD = /[^\s<>"“”,;]+/g
const NUMBER_ALONE = /^(?:arxiv:)?(?:\d\d(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,3})?$/i
const DOI_ALONE = /^(?:doi:)?10\.\d{4,9}\/\S+$/i
/** More links than anyone pastes; what is beyond was not meant as such. */
const MOST = 200
const LONGEST_URL = 2_000
const LONGEST_TITLE = 300

/** The links of a text, each once. A line that has one link may have the title beside it. */
export function sharedLinks(text: string): readonly SharedLink[] {
  const found = new Map<string, SharedLink>()
  for (const line of text.split(/\r\n|\r|\n/)) {
    const inLine = new Map(linksOfLine(line).map((link) => [link.id, link]))
    const beside = inLine.size === 1 && line.length < LONGEST_URL ? sharedTitle(withoutLinks(line)) : ''
    for (const link of inLine.values())
      if (found.size < MOST && !found.get(link.id)?.title) found.set(link.id, { ...link, title: beside })
  }
  return [...found.values()]
}

/** A title without what the places that share it put around it; empty where it names nothing. */
export function sharedTitle(text: string): string {
  const title = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:Paper page\s*[-–—:]\s*|\[(?:arXiv:)?[\w.\-/]*\]\s*)+/i, '')
    .replace(/\s*(?:\||[-–—])\s*(?:alphaXiv|arXiv(?:\.org)?|Hugging Face|Cool Papers.*)$/i, '')
    .replace(/^["“”'‘’*_\-–—:\s]+|["“”'‘’*_\-–—:\s]+$/g, '')
  return title.length <= LONGEST_TITLE && /\p{L}.*\p{L}/u.test(title) ? title : ''
}

function linksOfLine(line: string): readonly SharedLink[] {
  const addresses = [...line.matchAll(ADDRESS)].map(([address]) => linkOf(withoutPunctuation(address)))
  const words = [...line.replace(ADDRESS, ' ').matchAll(WORD)].map(([word]) => bareLink(withoutPunctuation(word)))
  return [...addresses, ...words].filter((link) => link !== null)
}

/** An address on https; of one that is not, the identifier in it leads there. */
function linkOf(address: string): SharedLink | null {
  const named = identified(address)
  const url = address.startsWith('https://') ? address : (named?.url ?? '')
  if (url === '' || !URL.canParse(url)) return null
  return { id: named?.id ?? `link-${paperId(url.replace(/#.*$/, '').replace(/\/$/, ''))}`, url, title: '' }
}

/** A number of arXiv or a DOI that stands by itself. */
function bareLink(word: string): SharedLink | null {
  return NUMBER_ALONE.test(word) || DOI_ALONE.test(word) ? identified(word) : null
}

function identified(text: string): SharedLink | null {
  const arxiv = arxivIn(text)
  if (arxiv !== null)
    return { id: `arxiv-${arxiv.replace('/', '-')}`, url: `https://arxiv.org/abs/${arxiv}`, title: '' }
  const doi = doiIn(text)
  if (doi === null) return null
  return { id: `doi-${paperId(doi.toLowerCase())}`, url: `https://doi.org/${encodeURI(doi)}`, title: '' }
}

function withoutLinks(line: string): string {
  const words = line.replace(ADDRESS, ' ').replace(WORD, (word) => (bareLink(withoutPunctuation(word)) ? ' ' : word))
  // What is left of the names of identifiers, and of Markdown's brackets around a link and its name.
  return words
    .replace(/\b(?:arxiv|doi):/gi, ' ')
    .replace(/\[([^\]]*)\]\s*\(?\s*\)?/g, '$1')
    .replace(/[(<[]\s*[)>\]]/g, ' ')
}

/**
 * Without the punctuation around it; a closing bracket stays where it was opened inside, as in some DOIs. Empty for what
 * is too long to be an address.
 */
function withoutPunctuation(word: string): string {
  if (word.length > LONGEST_URL) return ''
  const opened = word.replace(/^[([{'‘]+/, '')
  const trimmed = opened.replace(/[.,;:!?'’*]+$/, '')
  const last = trimmed.at(-1)
  const pair = last === ')' ? '(' : last === ']' ? '[' : last === '}' ? '{' : null
  const unopened = pair !== null && count(trimmed, last) > count(trimmed, pair)
  return unopened ? withoutPunctuation(trimmed.slice(0, -1)) : trimmed
}

function count(text: string, sign: string | undefined): number {
  return sign === undefined ? 0 : text.split(sign).length - 1
}
