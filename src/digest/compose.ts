/** Makes an edition out of the papers at hand and what the reader's library says; the same facts give the same edition. */
import type { Paper } from '../corpus/paper.ts'
import { againSection } from './again.ts'
import { awaySince } from './calendar.ts'
import { entriesOf, type Edition, type Entry, type LastEdition, type ListedDays } from './edition.ts'
import type { EditionFacts, Page } from './facts.ts'
import { poolOf } from './pool.ts'
import { fillSections } from './sections.ts'
import { becauseSource, pageSource, searchSources, type Finds } from './sources.ts'
import { daysOf } from './window.ts'

/** Papers that a postscript brings at once; what is over waits for the next edition. */
const MOST_IN_POSTSCRIPT = 5

/** The edition of a day; `finds` tells of each saved search what is known of it already. */
export function composeEdition(page: Page, facts: EditionFacts, finds?: readonly Finds[]): Edition {
  return composeOf(page, facts, daysOf(page, facts), finds)
}

/** Of `days` the reader gets what is new; what their searches find, and what comes again, may be older. */
function composeOf(page: Page, facts: EditionFacts, days: ListedDays | null, finds?: readonly Finds[]): Edition {
  const pool = poolOf(page, facts, days)
  const { day, previous, made, rules } = facts
  const dated = {
    day,
    number: made + 1,
    since: awaySince(previous, day, rules.rhythm),
    generation: page.generation,
    total: page.papers.length,
    ...(days && { listed: days }),
  }
  const shown = countShown(page.papers, facts)
  const again = againSection(pool.waiting, day, rules.size)
  const room = rules.size - (again?.entries.length ?? 0)
  const own = [...searchSources(page, facts, pool, finds), becauseSource(page, facts, pool)]
  const sections =
    pool.archive.fresh.length > 0 ? fillSections([...own, pageSource(page, facts, pool)], room, rules) : []
  const news = sections.reduce((sum, { entries }) => sum + entries.length, 0)
  if (news === 0) return { ...dated, ...lastWords(page.papers, facts), shown }
  return {
    ...dated,
    kind: 'papers',
    of: made + 1 + (days ? 0 : Math.ceil((pool.fresh.length - news) / news)),
    sections: again ? [...sections, again] : sections,
    postscripts: [],
    shown: shown + news,
  }
}

/** What arrived after the edition had been touched: as an edition of these papers alone would show them. */
export function composePostscript(page: Page, facts: EditionFacts, arrived: ReadonlySet<string>): readonly Entry[] {
  // What was saved stands in lists, and comes again in an edition.
  const saved = new Set(facts.saved.map(({ id }) => id))
  const papers = page.papers.filter(({ id }) => arrived.has(id) && !saved.has(id))
  const size = Math.min(MOST_IN_POSTSCRIPT, facts.rules.size)
  const days = daysOf(page, facts)
  const edition = composeOf({ ...page, papers }, { ...facts, rules: { ...facts.rules, size } }, days)
  return entriesOf(edition)
}

function countShown(papers: readonly Paper[], { shown }: EditionFacts): number {
  const ids = new Set(shown.map(({ id }) => id))
  return papers.filter(({ id }) => ids.has(id)).length
}

function lastWords(papers: readonly Paper[], facts: EditionFacts): Pick<LastEdition, 'kind' | 'saved' | 'unfolded'> {
  const saved = new Set(facts.saved.map(({ id }) => id))
  const unfolded = new Set(facts.unfolded)
  return {
    kind: 'last',
    saved: papers.filter(({ id }) => saved.has(id)).length,
    unfolded: papers.filter(({ id }) => unfolded.has(id) && !saved.has(id)).length,
  }
}
