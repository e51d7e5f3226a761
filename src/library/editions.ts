/** Editions of the digest: a day is claimed once, by whichever window is first, and what was shown is remembered. */
import type { Day } from '../base/days.ts'
import { ok, type Result } from '../base/result.ts'
import type { Edition, Reason } from '../digest/edition.ts'
import type { Transaction, Work } from './database.ts'
import type { Library } from './library.ts'
import type { LibraryProblem } from './problem.ts'
import { checkChange, isLater, readRecord, versionOf, type Change, type Envelope, type Put } from './record.ts'
import { nextStamp, sameData } from './stamp.ts'
import { withPresent } from './write.ts'

/** Keeps an edition for its day if the day has none; gives the one that stands there now: this one, or the winner. */
export function claimEdition(library: Library, edition: Edition): Promise<Result<Edition | null, LibraryProblem>> {
  return settle(library, edition, null)
}

/**
 * Puts `after` in the place of `before`, if that is what stands on its day; gives the one that stands there now, null
 * where it has been deleted.
 */
export function reviseEdition(
  library: Library,
  before: Edition,
  after: Edition,
): Promise<Result<Edition | null, LibraryProblem>> {
  return settle(library, after, before)
}

interface Settled {
  readonly stands: Edition | null
  readonly written: readonly Envelope[]
}

async function settle(
  library: Library,
  edition: Edition,
  before: Edition | null,
): Promise<Result<Edition | null, LibraryProblem>> {
  // One that could not be read again would count its papers as shown, and the day as free.
  const change = checkChange(editionChange(edition, before))
  if (!change.ok) return change
  const work = settling(edition, before, change.value, library.now())
  const outcome = await library.apply(work, ({ written }) => written)
  return outcome.ok ? ok(outcome.value.stands) : outcome
}

/** Reads what stands on the day and writes in one transaction, so that of two windows one is first. */
function settling(edition: Edition, before: Edition | null, change: Change, now: number): Work<Settled> {
  return (transaction) => {
    const written: Envelope[] = []
    let stands: Edition | null = edition
    withPresent(transaction, { kind: 'edition', id: edition.day }, (present) => {
      if (present && isLater(present)) {
        transaction.stop({ kind: 'later-record' })
        return
      }
      const there = present && readRecord(present)
      // Under a day that is not its own stands none.
      const rival = there?.kind === 'edition' && there.data?.day === edition.day ? there.data : null
      if (!sameData({ data: rival }, { data: before })) {
        stands = rival
        return
      }
      for (const put of change) write(transaction, put, edition.day, now, (one) => written.push(one))
    })
    return () => ({ stands, written })
  }
}

/**
 * What keeps an edition in the place of another, if there was one: itself, what it shows, and what was new in the one
 * before and no longer stands in it.
 */
export function editionChange(edition: Edition, before: Edition | null): Change {
  const { day } = edition
  const shown = idsIn(edition)
  const dropped = before ? [...idsIn(before, 'again')].filter((id) => !shown.has(id)) : []
  return [
    { kind: 'edition', id: day, data: edition },
    ...[...shown].map((id): Put => ({ kind: 'shown', id, data: { day } })),
    ...dropped.map((id): Put => ({ kind: 'shown', id, data: null })),
  ]
}

function idsIn(edition: Edition, without?: Reason['kind']): ReadonlySet<string> {
  const parts = edition.kind === 'last' ? [] : [...edition.sections, ...edition.postscripts]
  const entries = parts.flatMap((part) => part.entries).filter(({ reason }) => reason.kind !== without)
  return new Set(entries.map(({ paper }) => paper.id))
}

function write(transaction: Transaction, put: Put, day: Day, now: number, then: (written: Envelope) => void): void {
  withPresent(transaction, put, (present) => {
    if (present && (isLater(present) || sameData(present, put))) return
    // What an edition of another day has shown is not taken back.
    if (put.data === null && !(present && sameData(present, { data: { day } }))) return
    const written = { ...put, v: versionOf(put.kind), changed: nextStamp(now, present?.changed ?? 0) }
    transaction.store.put(written)
    then(written)
  })
}
