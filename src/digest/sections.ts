/** Cuts what could stand in an edition to its size: who gets how many, each paper once, and the honest counts. */
import type { Paper } from '../corpus/paper.ts'
import type { Entry, Section } from './edition.ts'
import { mix } from './mix.ts'
import type { Lean, Rules } from './rules.ts'
import type { Candidate, Source } from './sources.ts'

/** The part of an edition, without what comes again, that is the reader's own: saved searches and Because you saved. */
const OWN: Readonly<Record<Lean, number>> = { 1: 0, 2: 0.25, 3: 0.5, 4: 0.75, 5: 1 }
/** Of the page there are never fewer, so that nobody reads only what is like what they read. */
const LEAST_OF_PAGE = 2

/** In reading order. */
type Picked = ReadonlyMap<Source, readonly Candidate[]>

/**
 * Sections for `room` papers in the order of their sources, the page last; one that gets nothing vanishes. Searches
 * have half of the edition at most and take turns; a third of what is the reader's own is kept for Because you saved,
 * as far as there is such; the page has the rest, and at least two.
 */
export function fillSections(sources: readonly Source[], room: number, rules: Rules): readonly Section[] {
  const own = Math.min(room - LEAST_OF_PAGE, Math.round(OWN[rules.lean] * room))
  const near = sources.filter(({ kind }) => kind === 'because').flatMap(({ row }) => row).length
  const kept = Math.min(near, Math.floor(own / 3))
  const searches = sources.filter(({ kind }) => kind === 'search')
  const picked = new Map(takeInTurn(searches, Math.min(Math.floor(rules.size / 2), own - kept)))
  for (const source of sources) {
    if (source.kind === 'search') continue
    const before = [...picked.values()].flat().map(({ paper }) => paper)
    const left = source.row.filter(({ paper }) => !before.includes(paper))
    const upTo = source.kind === 'because' ? own : room
    picked.set(source, mix(left, upTo - before.length, rules.size, before))
  }
  return write(picked)
}

/** One of each search in turn, until there are so many or nothing is left. */
function takeInTurn(searches: readonly Source[], most: number): Picked {
  const taken = new Map(searches.map((source): [Source, Candidate[]] => [source, []]))
  const rows = ownRows(searches)
  let left = most
  for (let turn = 0; left > 0 && rows.some(([, row]) => row.length > turn); turn++)
    for (const [source, row] of rows) {
      const next = left > 0 && row[turn]
      if (!next) continue
      left -= 1
      taken.get(source)?.push(next)
    }
  return taken
}

/** What each search finds and none above it does: a paper stands in the highest section that has a reason for it. */
function ownRows(searches: readonly Source[]): readonly (readonly [Source, readonly Candidate[]])[] {
  const above = new Set<Paper>()
  return searches.map((source) => {
    const row = source.row.filter(({ paper }) => !above.has(paper))
    for (const { paper } of row) above.add(paper)
    return [source, row]
  })
}

/** Sections with their counts, and entries with the other reasons there would have been. */
function write(picked: Picked): readonly Section[] {
  const above = new Set<Paper>()
  const sources = [...picked.keys()]
  return [...picked].flatMap(([source, candidates]): Section[] => {
    const entries = candidates.map((one) => entryOf(one, source, sources))
    const unseen = source.row.filter(({ paper }) => !above.has(paper)).length
    for (const { paper } of entries) above.add(paper)
    if (entries.length === 0) return []
    const { kind, search, seen, seenIds } = source
    return [{ kind, search, entries, unseen, seen, ...(seenIds && { seenIds }) }]
  })
}

function entryOf({ paper, why }: Candidate, home: Source, sources: readonly Source[]): Entry {
  const others = sources.filter((source) => source !== home && source.kind !== 'page')
  const also = others.flatMap(({ row }) => row.find((one) => one.paper === paper)?.why() ?? [])
  return { paper, reason: why(), also }
}
