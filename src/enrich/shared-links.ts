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
/** What a line with a link has; of megabytes without one no word is looked at. */
const MAY_LINK = /https?:\/\/|\d{4}\.\d{4}|\/\d{7}|10\.\d{4}/
/** More links than anyone pastes; what is beyond was not meant as such. The same ones over and over end there, too. */
const MOST = 200
const MOST_SEEN = 10 * MOST
const LONGEST_URL = 2_000
const LONGEST_TITLE = 300

/** The links of a text, each once, up to 200. A line that has one link may have the title beside it. */
export function sharedLinks(text: string): readonly SharedLink[] {
  const found = new Map<string, SharedLink>()
  let seen = 0
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (!MAY_LINK.test(line)) continue
    const links = linksOfLine(line, MOST_SEEN - seen)
    seen += links.length
    const inLine = new Map(links.map((link) => [link.id, link]))
    const beside = inLine.size === 1 && line.length < LONGEST_URL ? sharedTitle(withoutLinks(line)) : ''
    for (const link of inLine.values()) if (!found.get(link.id)?.title) found.set(link.id, { ...link, title: beside })
    if (found.size >= MOST || seen >= MOST_SEEN) break
  }
  return [...found.values()].slice(0, MOST)
}

/** A title without what the places that share it put around it; empty where it names nothing. */
export function sharedTitle(text: string): string {
  const named = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:Paper page\s*[-–—:]\s*|\[(?:arXiv:)?[\w.\-/]*\]\s*)+/i, '')
    .replace(/\s*(?:\||[-–—])\s*(?:alphaXiv|arXiv(?:\.org)?|Hugging Face|Cool Papers.*)$/i, '')
  const title = trimmed(named, '"“”\'‘’*_-–—: ')
  return title.length <= LONGEST_TITLE && /\p{L}.*\p{L}/u.test(title) ? title : ''
}

function linksOfLine(line: string, most: number): readonly SharedLink[] {
  const links: SharedLink[] = []
  for (const link of linksIn(line)) {
    if (link !== null) links.push(link)
    if (links.length >= most) break
  }
  return links
}

function* linksIn(line: string): Iterable<SharedLink | null> {
  for (const [address] of line.matchAll(ADDRESS)) yield linkOf(withoutPunctuation(address))
  for (const [word] of line.replace(ADDRESS, ' ').matchAll(WORD)) yield bareLink(withoutPunctuation(word))
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
    .replace(/\[([^[\]]*)\]\s*\(?\s*\)?/g, '$1')
    .replace(/[(<[]\s*[)>\]]/g, ' ')
}

const ENDS = ".,;:!?'’*"
const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }

/**
 * Without the punctuation around it; a closing bracket stays where it was opened inside, as in some DOIs. Empty for what
 * is too long to be an address.
 */
function withoutPunctuation(word: string): string {
  if (word.length > LONGEST_URL) return ''
  const opened = word.replace(/^[([{'‘]+/, '')
  let end = opened.length
  // Brackets are counted once, when the first is at the end: an address may end in hundreds.
  let unopened: Map<string, number> | null = null
  for (; end > 0; end--) {
    const sign = opened.charAt(end - 1)
    if (ENDS.includes(sign)) continue
    if (!(sign in OPENING)) break
    unopened ??= closedAlone(opened)
    const left = unopened.get(sign) ?? 0
    if (left <= 0) break
    unopened.set(sign, left - 1)
  }
  return opened.slice(0, end)
}

/** Of each kind, how many more brackets are closed than opened. */
function closedAlone(text: string): Map<string, number> {
  const count = (sign: string): number => text.split(sign).length - 1
  return new Map(Object.entries(OPENING).map(([closing, opening]) => [closing, count(closing) - count(opening)]))
}

/** Without these signs at its ends; step by step, since a pattern would look for the end from each of them anew. */
function trimmed(text: string, signs: string): string {
  let [from, to] = [0, text.length]
  while (from < to && signs.includes(text.charAt(from))) from++
  while (to > from && signs.includes(text.charAt(to - 1))) to--
  return text.slice(from, to)
}
