/** The form of an edition as the library keeps it: whole for a month, so that it is shown again whatever becomes of the corpus. */
import * as v from 'valibot'
import { isDay, type Day } from '../base/days.ts'
import type { Titled } from '../corpus/title-only.ts'
import type { Edition } from '../digest/edition.ts'
import { PaperCopy } from './paper-copy.ts'

/** A day that the calendar has. */
export const DayForm: v.GenericSchema<unknown, Day> = v.pipe(v.string(), v.maxLength(10), v.check(isDay, 'not a day'))
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const text = (most: number) => v.pipe(v.string(), v.maxLength(most))
const Id = text(64)

const Reason = v.variant('kind', [
  v.object({ kind: v.literal('search'), search: Id, name: text(200) }),
  v.object({
    kind: v.literal('because'),
    paper: Id,
    title: text(2_000),
    terms: v.pipe(v.array(text(200)), v.maxLength(20)),
  }),
  v.object({ kind: v.literal('page'), rank: Count, votes: v.optional(Count) }),
  v.object({ kind: v.literal('again'), saved: DayForm }),
])
const dated = {
  day: DayForm,
  number: Count,
  since: v.nullable(DayForm),
  generation: text(64),
  shown: Count,
  total: Count,
  listed: v.optional(v.object({ from: DayForm, to: DayForm, papers: Count })),
}

/** The form of an edition whose papers are held in one form. */
function editionOf<Of>(paper: v.GenericSchema<unknown, Of>): v.GenericSchema<unknown, Edition<Of>> {
  const Entries = v.pipe(
    v.array(v.object({ paper, reason: Reason, also: v.pipe(v.array(Reason), v.maxLength(100)) })),
    v.maxLength(100),
  )
  const Section = v.object({
    kind: v.picklist(['search', 'because', 'page', 'again']),
    search: v.nullable(v.object({ id: Id, name: text(200) })),
    entries: Entries,
    unseen: Count,
    seen: Count,
    seenIds: v.optional(v.pipe(v.array(Id), v.maxLength(200))),
  })
  return v.variant('kind', [
    v.object({
      ...dated,
      kind: v.literal('papers'),
      of: Count,
      sections: v.pipe(v.array(Section), v.maxLength(200)),
      postscripts: v.pipe(v.array(v.object({ day: DayForm, entries: Entries })), v.maxLength(100)),
    }),
    v.object({ ...dated, kind: v.literal('last'), saved: Count, unfolded: Count }),
  ])
}

export const EditionForm = editionOf(PaperCopy)

/** An edition of long ago, of whose papers only id and title are kept. */
export const PastEditionForm = editionOf<Titled>(v.object({ id: Id, title: text(2_000) }))
