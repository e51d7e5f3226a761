/** What an edition of the digest is: papers in sections, each with the reason why it is here. Plain data, kept as sent. */
import type { Day } from '../base/days.ts'
import type { Paper } from '../corpus/paper.ts'

/** Why a paper stands in an edition. */
export type Reason =
  /** A saved search of the reader finds it; `name` as it was called that day. */
  | { readonly kind: 'search'; readonly search: string; readonly name: string }
  /** It is near a paper that the reader saved; `terms` are what the two share, the weightiest first. */
  | { readonly kind: 'because'; readonly paper: string; readonly title: string; readonly terms: readonly string[] }
  /** Its place on the source's page, from 0: page order, which is no trend but where the source states votes. */
  | { readonly kind: 'page'; readonly rank: number; readonly votes?: number | undefined }
  /** The reader saved it on that day and has not done with it. */
  | { readonly kind: 'again'; readonly saved: Day }

/** `Of`: the paper as it is held, whole unless it says else. */
export interface Entry<Of = Paper> {
  readonly paper: Of
  /** That of its section, the highest that has a reason for it. */
  readonly reason: Reason
  /** The other sections that would have shown it; its place on the page, which every paper has, is not one of them. */
  readonly also: readonly Reason[]
}

/** Never empty. The heading says: `entries.length` of `unseen` not yet shown, `seen` seen. */
export interface Section<Of = Paper> {
  readonly kind: Reason['kind']
  /** The saved search of a section `search`, with its name of that day; null for the other kinds, one section each. */
  readonly search: { readonly id: string; readonly name: string } | null
  readonly entries: readonly Entry<Of>[]
  /** Papers the section had to choose from, those it shows included. */
  readonly unseen: number
  /** Papers that would belong here and that an earlier edition has shown. */
  readonly seen: number
  /** Of a section `because`, which no one else can tell: the nearest of those papers by id, for as long as it is kept whole. */
  readonly seenIds?: readonly string[] | undefined
}

/** Papers that arrived after the edition had been touched, and the day they did. */
export interface Postscript<Of = Paper> {
  readonly day: Day
  readonly entries: readonly Entry<Of>[]
}

/** What an edition of a corpus that comes day by day is about. */
export interface ListedDays {
  /** After `to` where nothing has been listed since the edition before. */
  readonly from: Day
  /** The newest day that the corpus had. */
  readonly to: Day
  /** How many papers of that day had come. */
  readonly papers: number
}

interface Dated {
  /** The reader's calendar day; there is one edition for each. */
  readonly day: Day
  /** From 1, in the order they were made on this device. */
  readonly number: number
  /** The first day since the edition before, where days went by without one that should have had one; else null. */
  readonly since: Day | null
  /** Of the corpus it was made from. */
  readonly generation: string
  /** Papers of the page that editions have shown up to now, those of this one included. */
  readonly shown: number
  /** Papers on the page. */
  readonly total: number
  /** Absent where the papers are one page without days. */
  readonly listed?: ListedDays | undefined
}

/** An edition with papers in it. */
export interface PaperEdition<Of = Paper> extends Dated {
  readonly kind: 'papers'
  /** How many editions the page makes if the rest are as long as this: "edition 3 of 17". Of days nobody can say it: `number`. */
  readonly of: number
  /** In the order to read; no paper stands in two of them. */
  readonly sections: readonly Section<Of>[]
  readonly postscripts: readonly Postscript<Of>[]
}

/** The end of a finite page, all of which was shown, or of the days that are there. None follows until there is a paper more. */
export interface LastEdition extends Dated {
  readonly kind: 'last'
  /** Papers of the page that the reader saved. */
  readonly saved: number
  /** Papers of the page whose abstract was unfolded, without being saved. */
  readonly unfolded: number
}

export type Edition<Of = Paper> = PaperEdition<Of> | LastEdition

/** Whether one generation of the corpus was taken on an earlier day than another: each begins with its day. */
export function isOlder(generation: string, other: string): boolean {
  return generation.slice(0, 10) < other.slice(0, 10)
}

/** All entries in reading order, those of the postscripts last. */
export function entriesOf(edition: Edition): readonly Entry[] {
  if (edition.kind === 'last') return []
  return [...edition.sections, ...edition.postscripts].flatMap(({ entries }) => entries)
}
