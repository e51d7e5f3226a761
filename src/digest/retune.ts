/** An edition of the same day by other rules: what the reader has come through stays where it is, the rest is chosen anew. */
import { entriesOf, type Entry, type PaperEdition, type Section } from './edition.ts'
import type { EditionFacts } from './facts.ts'
import type { Rules } from './rules.ts'

/** Facts for the rest of an edition, of which some papers stay; null where they fill it by themselves. */
export function factsForRest(facts: EditionFacts, rules: Rules, stay: ReadonlySet<string>): EditionFacts | null {
  const size = rules.size - stay.size
  // What is done with is neither chosen again nor counted as seen.
  return size > 0 ? { ...facts, rules: { ...rules, size }, done: [...facts.done, ...stay] } : null
}

/** The papers of `before` that stay, each at the head of its section, and after them those of `rest`. */
export function joinEditions(before: PaperEdition, rest: PaperEdition, stay: ReadonlySet<string>): PaperEdition {
  const held = before.sections.map((section) => ({
    ...section,
    entries: section.entries.filter(({ paper }) => stay.has(paper.id)),
  }))
  const left = held.filter((section) => !rest.sections.some((other) => isSame(section, other)))
  const joined = rest.sections.map((section) => {
    const entries = held.find((other) => isSame(section, other))?.entries ?? []
    return { ...section, entries: [...entries, ...section.entries], unseen: section.unseen + entries.length }
  })
  const sections = [...joined, ...left.filter(({ entries }) => entries.length > 0)].sort(inReadingOrder)
  const page = rest.sections.find(({ kind }) => kind === 'page')
  const size = entriesIn(sections).length
  const waiting = page ? page.unseen - page.entries.length : 0
  return {
    ...rest,
    sections,
    postscripts: before.postscripts,
    of: rest.number + Math.ceil(waiting / size),
    shown: rest.shown + stay.size,
  }
}

/** Papers of an edition's sections that match; a postscript stays as it is anyway. */
export function idsOf(edition: PaperEdition, matches: (entry: Entry, at: number) => boolean): ReadonlySet<string> {
  const entries = entriesOf({ ...edition, postscripts: [] })
  return new Set(entries.filter(matches).map(({ paper }) => paper.id))
}

function entriesIn(sections: readonly Section[]): readonly Entry[] {
  return sections.flatMap(({ entries }) => entries)
}

function isSame(a: Section, b: Section): boolean {
  return a.kind === b.kind && a.search?.id === b.search?.id
}

const ORDER: readonly Section['kind'][] = ['search', 'because', 'page', 'again']

function inReadingOrder(a: Section, b: Section): number {
  return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)
}
