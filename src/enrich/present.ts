/** Which of the papers at hand a paper is, or a link leads to: by arXiv number, DOI, address or title. */
import { arxivIn, doiIn } from '../corpus/identifiers.ts'
import type { Paper } from '../corpus/paper.ts'
import { paperId, titleKey } from './identity.ts'
import { sharedTitle } from './shared-links.ts'

export interface Present {
  /** Whether an id is taken, by whatever paper. */
  readonly has: (id: string) => boolean
  /** The paper at hand that this one is; equal titles are two papers where their arXiv numbers differ. */
  readonly samePaper: (paper: Paper) => Paper | null
  /** The paper that a link leads to, which may come with its title. */
  readonly paperOfLink: (link: { readonly url: string; readonly title: string }) => Paper | null
}

/** Looks papers up; `aliases` are ids that some of them had before. */
export function createPresent(papers: readonly Paper[], aliases: ReadonlyMap<string, string>): Present {
  const byId = new Map(papers.map((paper) => [paper.id, paper]))
  const byArxiv = new Map(papers.flatMap((paper) => keyed(paper.arxiv, paper)))
  const byDoi = new Map(papers.flatMap((paper) => keyed(paper.doi, paper)))
  let byAddress: ReadonlyMap<string, Paper | null> | null = null

  const numbered = (arxiv: string | null | undefined, doi: string | null | undefined): Paper | null =>
    byArxiv.get(arxiv?.toLowerCase() ?? '') ?? byDoi.get(doi?.toLowerCase() ?? '') ?? null
  /** Under the id of its title; another number of arXiv's is another paper. */
  const titled = (id: string, arxiv: string | null | undefined): Paper | null => {
    const found = byId.get(id) ?? byId.get(aliases.get(id) ?? '')
    return found && !differ(found.arxiv, arxiv) ? found : null
  }
  return {
    has: (id) => byId.has(id) || aliases.has(id),
    samePaper: ({ id, arxiv, doi }) => numbered(arxiv, doi) ?? titled(id, arxiv),
    paperOfLink: ({ url, title }) => {
      const [arxiv, doi, key] = [arxivIn(url), doiIn(url), titleKey(sharedTitle(title))]
      byAddress ??= addressesOf(papers)
      return numbered(arxiv, doi) ?? byAddress.get(addressKey(url)) ?? (key === '' ? null : titled(paperId(key), arxiv))
    },
  }
}

function differ(a: string | null | undefined, b: string | null | undefined): boolean {
  return typeof a === 'string' && typeof b === 'string' && a.toLowerCase() !== b.toLowerCase()
}

function keyed(key: string | undefined, paper: Paper): readonly (readonly [string, Paper])[] {
  return key === undefined ? [] : [[key.toLowerCase(), paper]]
}

/** Null for an address that several papers name: it says nothing of which is meant. */
function addressesOf(papers: readonly Paper[]): ReadonlyMap<string, Paper | null> {
  const found = new Map<string, Paper | null>()
  for (const paper of papers)
    for (const address of new Set([paper.page, paper.projectLink, ...paper.codeLinks].map((one) => addressKey(one))))
      if (address !== '') found.set(address, found.has(address) ? null : paper)
  return found
}

/** An address without what makes no difference; empty for none. */
function addressKey(address: string | null | undefined): string {
  if (typeof address !== 'string' || !URL.canParse(address)) return ''
  const { host, pathname, search } = new URL(address)
  const path = pathname.replace(/(?:\.git)?\/*$/, '')
  return `${host.replace(/^www\./, '')}${path}${search}`.toLowerCase()
}
