/** Editions of the digest: a day is claimed once, by whichever window is first, and what was shown is remembered. */
import { ok, type Result } from '../base/result.ts'
import type { Edition } from '../digest/edition.ts'
import type { Transaction, Work } from './database.ts'
import type { Library } from './library.ts'
import type { LibraryProblem } from './problem.ts'
import { isLater, readRecord, versionOf, type Envelope, type Put } from './record.ts'
import { nextStamp, sameData } from './stamp.ts'
import { withPresent } from './write.ts'

/** Keeps an edition for its day if the day has none; gives the one that stands there now: this one, or the winner. */
export function claimEdition(library: Library, edition: Edition): Promise<Result<Edition, LibraryProblem>> {
  return settle(library, edition, null)
}

/** Puts `after` in the place of `before`, if that is what stands on its day; gives the one that stands there now. */
export function reviseEdition(
  library: Library,
  before: Edition,
  after: Edition,
): Promise<Result<Edition, LibraryProblem>> {
  return settle(library, after, before)
}

interface Settled {
  readonly stands: Edition
  readonly written: readonly Envelope[]
}

async function settle(
  library: Library,
  edition: Edition,
  before: Edition | null,
): Promise<Result<Edition, LibraryProblem>> {
  const outcome = await library.apply(settling(edition, before, library.now()), ({ written }) => written)
  return outcome.ok ? ok(outcome.value.stands) : outcome
}

/** Reads what stands on the day and writes in one transaction, so that of two windows one is first. */
function settling(edition: Edition, before: Edition | null, now: number): Work<Settled> {
  return (transaction) => {
    const written: Envelope[] = []
    let stands = edition
    withPresent(transaction, { kind: 'edition', id: edition.day }, (present) => {
      if (present && isLater(present)) {
        transaction.stop({ kind: 'later-record' })
        return
      }
      const there = present && readRecord(present)
      const rival = there?.kind === 'edition' ? there.data : null
      if (rival && !(before && sameData({ data: rival }, { data: before }))) {
        stands = rival
        return
      }
      for (const put of editionChange(edition, before)) write(transaction, put, now, (one) => written.push(one))
    })
    return () => ({ stands, written })
  }
}

/** What keeps an edition in the place of another, if there was one: itself, what it shows, and what it no longer does. */
export function editionChange(edition: Edition, before: Edition | null): readonly Put[] {
  const { day } = edition
  const shown = idsIn(edition)
  const dropped = before ? [...idsIn(before)].filter((id) => !shown.has(id)) : []
  return [
    { kind: 'edition', id: day, data: edition },
    ...[...shown].map((id): Put => ({ kind: 'shown', id, data: { day } })),
    ...dropped.map((id): Put => ({ kind: 'shown', id, data: null })),
  ]
}

function idsIn(edition: Edition): ReadonlySet<string> {
  const parts = edition.kind === 'last' ? [] : [...edition.sections, ...edition.postscripts]
  return new Set(parts.flatMap(({ entries }) => entries.map(({ paper }) => paper.id)))
}

function write(transaction: Transaction, put: Put, now: number, then: (written: Envelope) => void): void {
  withPresent(transaction, put, (present) => {
    if (present && (isLater(present) || sameData(present, put))) return
    const written = { ...put, v: versionOf(put.kind), changed: nextStamp(now, present?.changed ?? 0) }
    transaction.store.put(written)
    then(written)
  })
}
