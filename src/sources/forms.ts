/** The formats of sources, each told by how a text begins; their readers are in `read-source.ts`. */
import { looksLikeBibtex } from './bibtex.ts'

/** Characters that tell a format: some of the first record. */
const START = 20_000
const JSON_START = /^[[{]/
const MARKUP_START = /^<(?:!doctype|html|\?xml)/i
/** A manifest and a shard are told by their first two fields. */
const MANIFEST = /^\{\s*"format"\s*:\s*\d+\s*,\s*"generation"/
const SHARD = /^\{\s*"format"\s*:\s*\d+\s*,\s*"titles"/
/** Fields that no other list has; a quiet day is an empty one. */
const DAILY = /^\[\s*\]\s*$|"(?:submittedOnDailyAt|upvotes|summary|paper)"\s*:/

/** By name: what it is called, and whether a text that begins so is of it. The first that says yes is it. */
const FORMS = {
  manifest: { label: 'a corpus of this app', looks: (start: string) => MANIFEST.test(start) },
  shard: { label: 'a shard of one', looks: (start: string) => SHARD.test(start) },
  daily: {
    label: 'daily papers of Hugging Face (JSON)',
    looks: (start: string) => JSON_START.test(start) && DAILY.test(start),
  },
  // The one field that each item must have.
  csl: { label: 'CSL-JSON', looks: (start: string) => JSON_START.test(start) && /"type"\s*:/.test(start) },
  atom: {
    label: 'a feed of arXiv (Atom)',
    looks: (start: string) => start.startsWith('<') && /<feed[\s>]/.test(start),
  },
  ris: { label: 'RIS', looks: (start: string) => /^TY {1,2}- /.test(start) },
  bibtex: { label: 'BibTeX', looks: looksLikeBibtex },
  page: {
    label: 'a page saved as text',
    looks: (start: string) => !JSON_START.test(start) && !MARKUP_START.test(start),
  },
} as const
export type Form = keyof typeof FORMS

const NAMES = Object.keys(FORMS) as Form[]

/** The form of a text; null where it is of none. */
export function formOf(text: string): Form | null {
  const start = startOf(text)
  return NAMES.find((name) => FORMS[name].looks(start)) ?? null
}

/** Whether a text says by its form which format it is of; lines of plain text may be a page, or anything. */
export function isOfKnownForm(text: string): boolean {
  const form = formOf(text)
  return form !== null && form !== 'page'
}

/** Of a text of no form: what was found, and what was expected. */
export function wordUnknown(text: string): string {
  const kind = JSON_START.test(startOf(text)) ? 'JSON' : 'markup'
  return `${kind} of an unknown kind; expected ${NAMES.map((name) => FORMS[name].label).join(', ')}`
}

function startOf(text: string): string {
  return text.slice(0, START).replace(/^[\s\uFEFF]+/, '')
}
