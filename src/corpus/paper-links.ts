/** Where a paper is, by what its sources state; apart from reading identifiers, which the first page does not need. */
import type { Stated } from './paper.ts'

/** Where a paper has its abstract, by what its sources state: at arXiv, else by its DOI, else the page they name. */
export function pageOfPaper({ arxiv, doi, page }: Stated): string | null {
  if (arxiv !== undefined) return `https://arxiv.org/abs/${arxiv}`
  if (doi !== undefined) return `https://doi.org/${encodeURI(doi).replace(/[?#]/g, encodeURIComponent)}`
  return page ?? null
}

/** Where arXiv has the PDF of a paper; null for papers that no source says are there. */
export function pdfOfPaper({ arxiv }: Stated): string | null {
  return arxiv === undefined ? null : `https://arxiv.org/pdf/${arxiv}`
}
