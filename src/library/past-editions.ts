/** Editions of more than a month ago keep ids, titles and reasons alone, so that ten years of them fit into one library file. */
import { addDays, dayOf } from '../base/days.ts'
import type { Paper } from '../corpus/paper.ts'
import { titleOnly, type Titled } from '../corpus/title-only.ts'
import type { Edition, Entry } from '../digest/edition.ts'
import { isLater, readRecord, type Change, type Envelope } from './record.ts'

/** Days that an edition is kept whole. */
const WHOLE_DAYS = 31

/** The same edition with its papers held in another way. */
export function withPapers<From, To>(edition: Edition<From>, hold: (paper: From) => To): Edition<To> {
  if (edition.kind === 'last') return edition
  return {
    ...edition,
    sections: edition.sections.map((section) => ({ ...section, entries: entriesWith(section.entries, hold) })),
    postscripts: edition.postscripts.map((postscript) => ({
      ...postscript,
      entries: entriesWith(postscript.entries, hold),
    })),
  }
}

/** An edition as it is kept after its month. */
function pastOf(edition: Edition): Edition<Titled> {
  const past = withPapers(edition, ({ id, title }: Paper) => ({ id, title }))
  if (past.kind === 'last') return past
  const sections = past.sections.map(({ kind, search, entries, unseen, seen }) => {
    return { kind, search, entries, unseen, seen }
  })
  return { ...past, sections }
}

/** And as it is shown: what is left of each paper stands where it stood. */
export function fromPast(past: Edition<Titled>): Edition {
  return withPapers(past, titleOnly)
}

/** Puts editions that are old enough into their small form. */
export function shrinkEditions(all: Iterable<Envelope>, now: number): Change {
  const oldest = addDays(dayOf(new Date(now)), -WHOLE_DAYS)
  return [...all].flatMap((envelope): Change => {
    const { kind, id, data } = envelope
    if (kind !== 'edition' || data === null || id >= oldest || isLater(envelope)) return []
    const record = readRecord(envelope)
    if (record?.kind !== 'edition' || record.data?.day !== id) return []
    return [
      { kind: 'edition', id, data: null },
      { kind: 'past-edition', id, data: pastOf(record.data) },
    ]
  })
}

function entriesWith<From, To>(entries: readonly Entry<From>[], hold: (paper: From) => To): readonly Entry<To>[] {
  return entries.map((entry) => ({ ...entry, paper: hold(entry.paper) }))
}
