/** Citation.js as a reader that is not ours: BibTeX and RIS to items. */
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import * as v from 'valibot'

const Items = v.array(
  v.object({
    id: v.optional(v.string()),
    type: v.string(),
    title: v.string(),
    abstract: v.optional(v.string()),
    keyword: v.optional(v.string()),
    annote: v.optional(v.string()),
    note: v.optional(v.string()),
    URL: v.optional(v.union([v.string(), v.array(v.string())])),
    DOI: v.optional(v.string()),
    author: v.optional(v.unknown()),
    issued: v.optional(v.unknown()),
    accessed: v.optional(v.unknown()),
  }),
)
export type ReadItem = v.InferOutput<typeof Items>[number]

/** Named, since Citation.js guesses the format by any part of a file, a title included. */
const TYPES = { bibtex: '@biblatex/text', ris: '@ris/file', 'csl-json': '@else/json' } as const

/** What Citation.js makes of a file. */
export function readWithCitationJs(text: string, format: keyof typeof TYPES): readonly ReadItem[] {
  return v.parse(Items, plugins.input.chain(text, { generateGraph: false, forceType: TYPES[format] }))
}
