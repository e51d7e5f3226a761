/** Where the corpus of an installed copy lies, and the name it is kept under on the device. */

/** Absolute URL with closing slash, and the Cache Storage name. */
export interface CorpusPlace {
  readonly url: string
  readonly cache: string
}

/** The place that belongs to the copy of the app served from `base`; two copies on one origin do not meet. */
export function corpusPlace(base: string): CorpusPlace {
  const url = new URL('corpus/', base)
  return { url: url.href, cache: `offprint-corpus-${url.pathname}` }
}
