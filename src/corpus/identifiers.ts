/** arXiv numbers and DOIs, in the many ways in which they are written. */

/** Since 2007 year and month with a number of four or five digits; before, an archive with seven. */
const NUMBER = String.raw`(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,3})?`
const ARXIV_PAGE = new RegExp(
  String.raw`^https?:\/\/(?:www\.|export\.)?(?:arxiv\.org\/(?:abs|pdf|html)|(?:hf\.co|huggingface\.co)\/papers|alphaxiv\.org\/(?:abs|pdf|overview)|papers\.cool\/arxiv)\/${NUMBER}(?:\.pdf)?(?:[/?#].*)?$`,
  'i',
)
const ARXIV_PLAIN = new RegExp(`^(?:arxiv:\\s*)?${NUMBER}$`, 'i')
/** arXiv registers a DOI for each of its papers. */
const ARXIV_DOI = new RegExp(String.raw`^10\.48550\/arxiv\.${NUMBER}$`, 'i')
const DOI_PAGE = /^https?:\/\/(?:dx\.|www\.)?doi\.org\/(10\.\d{4,9}\/[^\s?#]+)$/i
const DOI_PLAIN = /^(?:doi:\s*)?(10\.\d{4,9}\/[^\s"<>]+)$/i

/** The arXiv number, without its version, in an address, a DOI of arXiv's, or by itself; null where there is none. */
export function arxivIn(text: string): string | null {
  const trimmed = text.trim()
  const number = [ARXIV_PAGE, ARXIV_PLAIN].map((pattern) => pattern.exec(trimmed)?.[1]).find(Boolean)
  return number ?? ARXIV_DOI.exec(anyDoi(trimmed) ?? '')?.[1] ?? null
}

/** The DOI in an address or by itself; null where there is none, and for arXiv's own, whose number says the same. */
export function doiIn(text: string): string | null {
  const doi = anyDoi(text.trim())
  return doi === null || ARXIV_DOI.test(doi) ? null : doi
}

function anyDoi(text: string): string | null {
  const inAddress = DOI_PAGE.exec(text)?.[1]
  return inAddress === undefined ? (DOI_PLAIN.exec(text)?.[1] ?? null) : decoded(inAddress)
}

function decoded(doi: string): string {
  try {
    return decodeURIComponent(doi)
  } catch {
    return doi // a stray % sign: the text as given names the paper better than nothing
  }
}
