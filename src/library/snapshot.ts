/** What the reader keeps, as one value to show: built from records, never written to. */
import type { Day } from '../base/days.ts'
import type { Paper } from '../corpus/paper.ts'
import type { Edition } from '../digest/edition.ts'
import { fromPast } from './past-editions.ts'
import { readRecord, type Envelope, type Put, type RecordData } from './record.ts'

/** The first list: it can be renamed, never deleted; Save means it. */
export const TO_READ = 'to-read'

export interface List {
  readonly id: string
  readonly name: string
  readonly order: number
}

/** All that is known of one paper the reader did something with. Times are milliseconds since 1970. */
export interface Kept {
  readonly id: string
  readonly title: string
  /** The reader's own copy; null where nothing was kept but a mark, or a list came by link, of a paper nobody brought. */
  readonly paper: Paper | null
  /** The lists it is in, and since when. A paper whose list is gone stands in To read. */
  readonly lists: ReadonlyMap<string, number>
  /** Ids of lists that are gone and for which it stands in To read. */
  readonly strays: readonly string[]
  readonly note: string | null
  /** The link the reader added. */
  readonly link: string | null
  readonly done: number | null
  readonly opened: number | null
  readonly notForMe: number | null
  /** When its abstract was unfolded in the digest. */
  readonly unfolded: number | null
}

export interface SavedSearch {
  readonly id: string
  readonly name: string
  readonly query: string
  /** The order of its results as addresses name it; without one by relevance. */
  readonly sort?: string | undefined
  readonly order: number
  /** The corpus generation and the day it was last opened with; null before that. */
  readonly lastOpened: Readonly<RecordData['search-opened']> | null
}

export interface Snapshot {
  /** To read first, then as the reader ordered them. */
  readonly lists: readonly List[]
  readonly papers: ReadonlyMap<string, Kept>
  readonly searches: readonly SavedSearch[]
  readonly settings: ReadonlyMap<string, string | number | boolean>
  /** The latest day first; of the papers of those more than a month old only id and title are left. */
  readonly editions: readonly Edition[]
  /** Days whose edition was read to its end. */
  readonly finished: ReadonlyMap<Day, Readonly<RecordData['finished']>>
  /** Papers that editions have shown, and the last day one did. */
  readonly shown: ReadonlyMap<string, Day>
  /** The papers that the reader brought, by id, the last brought first; the same map until one of them changes. */
  readonly mine: ReadonlyMap<string, Readonly<RecordData['mine']>>
  /** Links that wait for their papers, the last kept first; likewise. */
  readonly waiting: ReadonlyMap<string, Readonly<RecordData['waiting']>>
  /** How many records this build cannot show, because a later one wrote them; they are kept as they are. */
  readonly hidden: number
}

/** Records by kind and id: what is so, without what is gone. */
type Facts = { readonly [Kind in Put['kind']]: Map<string, Readonly<RecordData[Kind]>> }

/** Takes records in and gives the snapshot after them; only the papers they speak of are made anew. */
export class SnapshotBuilder {
  readonly #facts: Facts = {
    list: new Map(),
    entry: new Map(),
    paper: new Map(),
    note: new Map(),
    link: new Map(),
    done: new Map(),
    opened: new Map(),
    'not-for-me': new Map(),
    unfolded: new Map(),
    edition: new Map(),
    'past-edition': new Map(),
    finished: new Map(),
    shown: new Map(),
    search: new Map(),
    'search-opened': new Map(),
    mine: new Map(),
    waiting: new Map(),
    setting: new Map(),
  }
  /** Entries by paper and list. */
  readonly #entries = new Map<string, Map<string, Readonly<RecordData['entry']>>>()
  readonly #hidden = new Set<string>()
  readonly #fromPast = new WeakMap<object, Edition>()
  #papers = new Map<string, Kept>()
  #mine: Snapshot['mine'] = new Map()
  #waiting: Snapshot['waiting'] = new Map()

  take(envelopes: Iterable<Envelope>): Snapshot {
    const touched = new Set<string>()
    const kinds = new Set<string>()
    for (const envelope of envelopes) {
      const record = readRecord(envelope)
      const key = `${envelope.kind} ${envelope.id}`
      if (!record) {
        this.#hidden.add(key)
        continue
      }
      this.#hidden.delete(key)
      this.#set(record)
      kinds.add(record.kind)
      touched.add(record.kind === 'entry' ? splitEntry(record.id).paper : record.id)
    }
    const lists = this.#lists()
    this.#derive(kinds.has('list') ? this.#everyPaper() : touched, lists)
    // Under an id that is not its own stands none.
    if (kinds.has('mine')) this.#mine = lastFirst([...this.#facts.mine].filter(([id, { paper }]) => paper.id === id))
    if (kinds.has('waiting')) this.#waiting = lastFirst([...this.#facts.waiting])
    return {
      lists,
      papers: this.#papers,
      searches: this.#searches(),
      settings: new Map(this.#facts.setting),
      editions: this.#editions(),
      finished: new Map(this.#facts.finished),
      shown: new Map([...this.#facts.shown].map(([id, { day }]) => [id, day])),
      mine: this.#mine,
      waiting: this.#waiting,
      hidden: this.#hidden.size,
    }
  }

  #set(record: Put): void {
    // Kind and data belong together in every Put; the compiler cannot see that through a variable kind.
    const facts = this.#facts[record.kind] as Map<string, unknown>
    if (record.data === null) facts.delete(record.id)
    else facts.set(record.id, record.data)
    if (record.kind !== 'entry') return
    const { list, paper } = splitEntry(record.id)
    const lists = this.#entries.get(paper) ?? new Map<string, Readonly<RecordData['entry']>>()
    if (record.data === null) lists.delete(list)
    else lists.set(list, record.data)
    this.#entries.set(paper, lists)
  }

  #everyPaper(): Set<string> {
    const { paper, note, link, done, opened, unfolded } = this.#facts
    const marks = [paper, note, link, done, opened, unfolded, this.#facts['not-for-me'], this.#entries]
    return new Set(marks.flatMap((facts) => [...facts.keys()]))
  }

  #derive(ids: ReadonlySet<string>, lists: readonly List[]): void {
    if (ids.size === 0) return
    const alive = new Set(lists.map((list) => list.id))
    this.#papers = new Map(this.#papers)
    for (const id of ids) {
      const kept = this.#kept(id, alive)
      if (kept) this.#papers.set(id, kept)
      else this.#papers.delete(id)
    }
  }

  /** Null where no fact speaks of the paper; its copy alone is not shown. */
  #kept(id: string, alive: ReadonlySet<string>): Kept | null {
    const entries = [...(this.#entries.get(id) ?? [])].map(([list, entry]) => ({ list, ...entry }))
    // Of several that come to stand in To read, the earliest is set last and stays.
    entries.sort((a, b) => b.added - a.added)
    const note = this.#facts.note.get(id)
    const link = this.#facts.link.get(id)
    const done = this.#facts.done.get(id)
    const opened = this.#facts.opened.get(id)
    const notForMe = this.#facts['not-for-me'].get(id)
    const unfolded = this.#facts.unfolded.get(id)
    const title = (note ?? link ?? done ?? opened ?? notForMe ?? unfolded ?? entries[0])?.title
    if (title === undefined) return null
    const paper = this.#facts.paper.get(id) ?? this.#facts.mine.get(id)?.paper ?? null
    const strays = entries.filter(({ list }) => !alive.has(list)).map(({ list }) => list)
    return {
      id,
      title: paper?.title ?? title,
      paper,
      lists: new Map(entries.map(({ list, added }) => [alive.has(list) ? list : TO_READ, added])),
      strays,
      note: note?.text ?? null,
      link: link?.url ?? null,
      done: done?.at ?? null,
      opened: opened?.at ?? null,
      notForMe: notForMe?.at ?? null,
      unfolded: unfolded?.at ?? null,
    }
  }

  #lists(): readonly List[] {
    const toRead = { id: TO_READ, name: this.#facts.list.get(TO_READ)?.name ?? 'To read', order: 0 }
    const others = [...this.#facts.list].filter(([id]) => id !== TO_READ).map(([id, data]) => ({ id, ...data }))
    return [toRead, ...others.sort(byOrder)]
  }

  /** Made once for each record: there may be thousands. */
  #past(past: Readonly<RecordData['past-edition']>): Edition {
    const made = this.#fromPast.get(past) ?? fromPast(past)
    this.#fromPast.set(past, made)
    return made
  }

  /** Under a day that is not its own stands none. */
  #editions(): readonly Edition[] {
    const past = [...this.#facts['past-edition']].flatMap(([day, edition]) =>
      edition.day === day && !this.#facts.edition.has(day) ? [this.#past(edition)] : [],
    )
    const whole = [...this.#facts.edition].flatMap(([day, edition]) => (edition.day === day ? [edition] : []))
    return [...whole, ...past].sort((a, b) => (a.day < b.day ? 1 : -1))
  }

  #searches(): readonly SavedSearch[] {
    const opened = this.#facts['search-opened']
    return [...this.#facts.search]
      .map(([id, data]) => ({ id, ...data, lastOpened: opened.get(id) ?? null }))
      .sort(byOrder)
  }
}

/** Before anything was kept. */
export const EMPTY: Snapshot = new SnapshotBuilder().take([])

function splitEntry(id: string): { readonly list: string; readonly paper: string } {
  const colon = id.indexOf(':')
  return { list: id.slice(0, colon), paper: id.slice(colon + 1) }
}

function byOrder(a: { order: number; id: string }, b: { order: number; id: string }): number {
  return a.order - b.order || (a.id < b.id ? -1 : 1)
}

/** What came at once stands as it did in its file. */
function lastFirst<Data extends { readonly at: number; readonly paper?: Paper }>(
  entries: readonly (readonly [string, Data])[],
): ReadonlyMap<string, Data> {
  const rank = ({ paper }: Data): number => paper?.rank ?? 0
  const before = ([a, one]: readonly [string, Data], [b, other]: readonly [string, Data]): number =>
    other.at - one.at || rank(one) - rank(other) || (a < b ? -1 : 1)
  return new Map(entries.toSorted(before))
}
