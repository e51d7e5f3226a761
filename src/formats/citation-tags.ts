/** The tags of a page by which reference managers and search engines know the paper on it: only what sources state. */
import { pageOfPaper, pdfOfPaper } from '../corpus/paper-links.ts'
import type { Paper } from '../corpus/paper.ts'

export interface CitationTag {
  readonly name: `citation_${string}`
  readonly content: string
}

/** In the order in which they are read; each author has one of their own. */
export function citationTags(paper: Pick<Paper, 'title'> & Partial<Paper>): readonly CitationTag[] {
  const one = (name: CitationTag['name'], content: string | null | undefined): readonly CitationTag[] =>
    content === null || content === undefined ? [] : [{ name, content }]
  return [
    ...one('citation_title', paper.title),
    ...(paper.authors ?? []).flatMap((author) => one('citation_author', author)),
    ...one('citation_publication_date', paper.published?.replaceAll('-', '/')),
    ...one('citation_doi', paper.doi),
    ...one('citation_arxiv_id', paper.arxiv),
    ...one('citation_pdf_url', pdfOfPaper(paper)),
    ...one('citation_abstract_html_url', pageOfPaper(paper)),
  ]
}
