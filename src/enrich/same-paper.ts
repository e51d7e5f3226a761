/** One paper of all that sources say of it: known by its arXiv number, its DOI, or else its title. */
import type { Day } from '../base/days.ts'
import type { RawPaper } from '../sources/raw-paper.ts'
import { bibText } from './bib-text.ts'
import { paperId, titleKey } from './identity.ts'

/** What a source says of a paper, and the day on which the source was retrieved. */
export interface SourceRecord {
  readonly raw: RawPaper
  readonly taken: Day
}

/** By what a record was known to be of the same paper as an earlier one. */
export type Sameness = 'arXiv number' | 'DOI' | 'title'

export interface SamePaper<One extends SourceRecord> {
  /** The one taken first, whose title names the paper for ever, then the others. */
  readonly records: readonly [One, ...One[]]
  /** By what each of the others was known. */
  readonly by: ReadonlyMap<One, Sameness>
  readonly raw: RawPaper
  readonly id: string
  /** Ids under which the others would stand. */
  readonly aliases: readonly string[]
}

/** The papers in the order of their first records; equal titles are two papers where their arXiv numbers differ. */
export function samePapers<One extends SourceRecord>(given: readonly One[]): readonly SamePaper<One>[] {
  const records = given.map((one) => ({ ...one, raw: withoutTex(one.raw) }))
  const groups = new Groups(records.map(({ raw }) => raw))
  return groups.all().map((rows) => {
    const inTime = rows.toSorted((a, b) => compare(given[a]?.taken ?? '', given[b]?.taken ?? '') || a - b)
    const [first, ...rest] = inTime.flatMap((row) => records[row] ?? [])
    if (!first) throw new Error('a group without records')
    const ids = [...new Set([first, ...rest].flatMap(({ raw }) => raw.ids ?? [paperId(titleKey(raw.title))]))]
    const by = new Map(inTime.flatMap((row) => pair(records[row], groups.by.get(row))))
    return { records: [first, ...rest], by, raw: richest([first, ...rest]), id: ids[0] ?? '', aliases: ids.slice(1) }
  })
}

/**
 * The rule by which a field is chosen: the title is the first source's, since the paper is named by it; abstract and
 * authors are the longest; the day is the earliest on which it was listed; votes are the newest; a date is the most
 * exact; links to code are those of all; of all else the first that is stated.
 */
function richest(records: readonly SourceRecord[]): RawPaper {
  const raws = records.map(({ raw }) => raw)
  const [first] = raws
  if (!first) throw new Error('a paper without records')
  const newest = records.toReversed().find(({ raw }) => raw.votes !== undefined)?.raw
  const code = [...new Set(raws.flatMap((raw) => raw.code ?? []))]
  const listed = raws.flatMap((raw) => raw.listed ?? []).sort()[0]
  const published = raws.flatMap((raw) => raw.published ?? []).sort((a, b) => b.length - a.length || compare(a, b))[0]
  return {
    ...raws.reduceRight((later, raw) => ({ ...later, ...raw })),
    ...mostAuthors(raws),
    ...(newest?.votes !== undefined && { votes: newest.votes }),
    ...(code.length > 0 && { code }),
    title: first.title,
    abstract: raws.reduce((most, { abstract }) => (abstract.length > most.length ? abstract : most), ''),
    ...(listed !== undefined && { listed }),
    ...(published !== undefined && { published }),
  }
}

function mostAuthors(raws: readonly RawPaper[]): Pick<RawPaper, 'authors'> {
  const [authors] = raws.flatMap((raw) => (raw.authors ? [raw.authors] : [])).sort((a, b) => b.length - a.length)
  return authors ? { authors } : {}
}

/** TeX as plain text, so that records of different kinds can be one. */
function withoutTex({ tex, ...raw }: RawPaper): RawPaper {
  if (!tex) return raw
  const authors = raw.authors && { authors: raw.authors.map(bibText) }
  return { ...raw, title: bibText(raw.title), abstract: bibText(raw.abstract), ...authors }
}

/** Rows that are joined one after another: by number, by DOI, by title. */
class Groups {
  /** By what a row was joined to an earlier one. */
  readonly by = new Map<number, Sameness>()
  readonly #parent: number[]
  /** The arXiv number of each group, by its root. */
  readonly #arxiv = new Map<number, string>()

  constructor(raws: readonly RawPaper[]) {
    this.#parent = raws.map((_, row) => row)
    for (const [row, { arxiv }] of raws.entries()) if (arxiv !== undefined) this.#arxiv.set(row, arxiv.toLowerCase())
    this.#join(raws, 'arXiv number', ({ arxiv }) => arxiv?.toLowerCase())
    this.#join(raws, 'DOI', ({ doi }) => doi?.toLowerCase())
    this.#join(raws, 'title', ({ title }) => titleKey(title) || undefined)
  }

  /** Rows by group, in the order of the first of each. */
  all(): readonly (readonly number[])[] {
    const groups = new Map<number, number[]>()
    for (const row of this.#parent.keys()) {
      const root = this.#root(row)
      const rows = groups.get(root)
      if (rows) rows.push(row)
      else groups.set(root, [row])
    }
    return [...groups.values()]
  }

  #join(raws: readonly RawPaper[], by: Sameness, keyOf: (raw: RawPaper) => string | undefined): void {
    const known = new Map<string, number[]>()
    for (const [row, raw] of raws.entries()) {
      const key = keyOf(raw)
      if (key === undefined) continue
      const rows = known.get(key) ?? []
      const same = rows.find((one) => this.#mayBeOne(one, row))
      if (same === undefined) known.set(key, [...rows, row])
      else this.#unite(same, row, by)
    }
  }

  #mayBeOne(one: number, other: number): boolean {
    const [a, b] = [this.#arxiv.get(this.#root(one)), this.#arxiv.get(this.#root(other))]
    return a === undefined || b === undefined || a === b
  }

  #unite(one: number, other: number, by: Sameness): void {
    const [a, b] = [this.#root(one), this.#root(other)].sort((x, y) => x - y)
    if (a === undefined || b === undefined || a === b) return
    this.by.set(b, by)
    this.#parent[b] = a
    const arxiv = this.#arxiv.get(a) ?? this.#arxiv.get(b)
    if (arxiv !== undefined) this.#arxiv.set(a, arxiv)
  }

  #root(row: number): number {
    let root = row
    while (this.#parent[root] !== root) root = this.#parent[root] ?? root
    return root
  }
}

function pair<Key, Value>(key: Key | undefined, value: Value | undefined): readonly (readonly [Key, Value])[] {
  return key === undefined || value === undefined ? [] : [[key, value]]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
