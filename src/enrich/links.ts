/** Finds the links in an abstract, tells code from project pages, and says whether code is linked or promised. */
import type { Paper } from '../corpus/paper.ts'

/** Addresses as they stand; and bare host names, which only count where words lead to them. */
const ADDRESS = /https?:\/\/[^\s{}<>"“”]+/g
const BARE_HOST = /\b(?:at|via|visit|see) ((?:[a-z0-9-]+\.)+(?:org|com|io|ai|dev|net|edu)(?:\/[^\s{}<>"“”]*)?)/g

const CODE_HOST =
  /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|anonymous\.4open\.science)\/./
/** Places of papers, not of a paper's own page. */
const LIBRARY = /^https?:\/\/(?:\w+\.)?(?:arxiv\.org|doi\.org|openreview\.net|aclanthology\.org)\//
/** Words that make even a repository the project's page. */
const CALLED_PROJECT_PAGE = /\bproject (?:web)?(?:page|site)(?: is)?(?: (?:available )?at)?:?\s*$/i

const CODE = String.raw`(?:source |training |all |the |our |its )*(?:codes?|code ?base|implementations?|repository|software|toolkits?|models? weights|models?|optimizers|submission)`
const GIVEN = String.raw`(?:released|available|open[- ]?sourced?|made public|public|accessible|published|found|provided)`
const PROMISES: readonly RegExp[] = [
  // "Code will be released", "All models and code are publicly released", "The code is available in Megatron-Core"
  new RegExp(String.raw`\b${CODE}\b[^.;]{0,90}?\b(?:will be|are|is|be|made)\b[^.;]{0,40}?\b${GIVEN}`, 'i'),
  // "We release our code", "we will open-source the models", "We make our source code publicly available"
  new RegExp(
    String.raw`\b(?:we|are|have|will) (?:\w+ ){0,2}?(?:releas|open[- ]sourc|publish|mak|provid)\w*\b (?:[\w-]+,? ){0,4}?${CODE}\b`,
    'i',
  ),
  // "MediaPipe Hands is open sourced at", "DocETL is open-source"
  /\b(?:is|are|fully) (?:fully |also )?open[- ]sourced?\b/i,
]

/** Code links, project link and code state of a clean abstract. */
export function findLinks(abstract: string): Pick<Paper, 'code' | 'codeLinks' | 'projectLink'> {
  const codeLinks = new Set<string>()
  let projectLink: string | null = null
  for (const { link, before } of addresses(abstract)) {
    const isCode = CODE_HOST.test(link)
    if (isCode) codeLinks.add(link)
    if (!isCode || CALLED_PROJECT_PAGE.test(before)) projectLink ??= link
  }
  const code = codeLinks.size > 0 ? 'link' : PROMISES.some((promise) => promise.test(abstract)) ? 'promised' : 'none'
  return { code, codeLinks: [...codeLinks], projectLink }
}

function addresses(abstract: string): { link: string; before: string }[] {
  const before = (index: number): string => abstract.slice(Math.max(0, index - 60), index)
  const full = [...abstract.matchAll(ADDRESS)].map(({ 0: link, index }) => ({
    link: trimEnd(link),
    before: before(index),
  }))
  const bare = [...abstract.matchAll(BARE_HOST)].map(({ 1: host = '', index }) => ({
    link: trimEnd(`https://${host}`),
    before: before(index),
  }))
  return [...full, ...bare].filter(({ link }) => !LIBRARY.test(link) && URL.canParse(link))
}

/** Without the punctuation of the sentence around it; a closing bracket stays where it was opened inside. */
function trimEnd(link: string): string {
  const trimmed = link.replace(/[.,;:!?'’*]+$/, '')
  const unopened = /[)\]]$/.test(trimmed) && !/[([]/.test(trimmed)
  return unopened || trimmed !== link ? trimEnd(unopened ? trimmed.slice(0, -1) : trimmed) : trimmed
}
