/** Finds the links in an abstract, tells code from project pages, and says whether code is linked or promised. */
import type { Paper } from '../corpus/paper.ts'

const CODE_HOST = /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|anonymous\.4open\.science)\//

/** Code links, project link and code state of a clean abstract. */
export function findLinks(abstract: string): Pick<Paper, 'code' | 'codeLinks' | 'projectLink'> {
  const links = [...abstract.matchAll(/https?:\/\/[^\s{}]+/g)].map(([link]) => link.replace(/[.,;:)]+$/, ''))
  const codeLinks = links.filter((link) => CODE_HOST.test(link))
  const projectLink = links.find((link) => !CODE_HOST.test(link)) ?? null
  const promised = /\b(?:code|models?) (?:and \w+ )?(?:will be|is|are) (?:\w+ )?(?:released|available|open)/i.test(
    abstract,
  )
  return { codeLinks, projectLink, code: codeLinks.length > 0 ? 'link' : promised ? 'promised' : 'none' }
}
