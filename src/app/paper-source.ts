/** Where a paper can be read outside of the app. */
import { pageOfPaper } from '../corpus/paper-links.ts'
import type { Paper, Stated } from '../corpus/paper.ts'
import { hostOf } from './paper-words.ts'

export interface Source {
  readonly href: string
  readonly label: string
}

/** The link the reader knows, else the best a source gives (its own page, project, then code), else a search for the exact title. */
export function sourceOf(
  paper: Pick<Paper, 'title' | 'codeLinks' | 'projectLink'> & Stated,
  known: string | null = null,
): Source {
  const links = [known, pageOfPaper(paper), paper.projectLink, ...paper.codeLinks].filter((link) => link !== null)
  const href = links.find((link) => hostOf(link) !== null)
  return href === undefined ? { href: arxivSearch(paper.title), label: 'Find on arXiv' } : { href, label: 'Open' }
}

/** Places that look a title up, for papers this device does not have. */
export function lookUps(title: string): readonly Source[] {
  const words = encodeURIComponent(plain(title))
  return [
    { href: arxivSearch(title), label: 'Find on arXiv' },
    { href: `https://www.semanticscholar.org/search?q=${words}`, label: 'Find on Semantic Scholar' },
    { href: `https://scholar.google.com/scholar?q=${words}`, label: 'Find on Google Scholar' },
  ]
}

function arxivSearch(title: string): string {
  return `https://arxiv.org/search/?query=${encodeURIComponent(`"${plain(title)}"`)}&searchtype=title`
}

/** A title as search engines take it: without the marks of mathematics, and without quotes of its own. */
function plain(title: string): string {
  return title
    .replace(/[$^_{}\\"]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
