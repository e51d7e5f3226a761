/** Papers and links on their way in: read, looked through, then taken in as the reader wants. */
import { SvelteSet } from 'svelte/reactivity'
import { ok } from '../../base/result.ts'
import type { Paper } from '../../corpus/paper.ts'
import { failedBy, type Problem } from '../../corpus/problem.ts'
import { sharedLinks, sharedTitle, type SharedLink } from '../../enrich/shared-links.ts'
import { bytesOfMine, isKeepable, MOST_MINE_BYTES } from '../../library/mine.ts'
import type { SearchClient } from '../../search/client.ts'
import type { BroughtFault, BroughtPaper, ReadAnswer } from '../../search/brought.ts'
import { MOST_BROUGHT } from '../../sources/bounds.ts'
import { isOfKnownForm } from '../../sources/forms.ts'
import type { Shared } from '../routes.ts'
import type { LibraryState } from './library.svelte.ts'
import { broughtText } from './typed-text.ts'

/** Of one file: its papers in their order, and what is wrong with the rest. */
export interface ReadFile {
  readonly name: string
  readonly papers: readonly BroughtPaper[]
  readonly faults: readonly FileFault[]
}

/** What is wrong in a file; without a line, with the whole of it. */
export type FileFault = Pick<BroughtFault, 'record' | 'what'> & { readonly line?: number }

/** A link, and the paper it leads to; null where that is not here. */
export interface ReadLink {
  readonly link: SharedLink
  readonly here: Paper | null
}

export type BringStep =
  | { readonly kind: 'asking' }
  | { readonly kind: 'reading' }
  /** `unread`: papers at the end that were too many. */
  | { readonly kind: 'read'; readonly files: readonly ReadFile[]; readonly unread: number }
  | { readonly kind: 'linked'; readonly links: readonly ReadLink[] }
  /** A text in which there is neither a link nor a paper. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failed'; readonly problem: Problem }

const PASTED = 'The pasted text'
/** What is refused by its size, whichever way it comes. */
const MOST = `${String(MOST_BROUGHT.bytes / 1_000_000)} MB`
const TOO_LARGE = `it is larger than ${MOST}; cut it up, and bring the parts`
const NOTHING_READ = ok<ReadAnswer>({ papers: [], faults: [], unread: 0 })
/** No title is so long, while most abstracts are: such a line makes a text one to read, not a list of links. */
const ABSTRACT = 400

export class Bringing {
  #text = $state(broughtText.read())
  step: BringStep = $state.raw({ kind: 'asking' })
  /** The papers that are to be taken in, by id. */
  readonly ticked = new SvelteSet<string>()
  readonly #client: Pick<SearchClient, 'read' | 'find'>
  readonly #library: Pick<LibraryState, 'snapshot' | 'act'>
  #asked = 0

  constructor(client: Pick<SearchClient, 'read' | 'find'>, library: Pick<LibraryState, 'snapshot' | 'act'>) {
    this.#client = client
    this.#library = library
    broughtText.onForgotten(() => {
      this.clear()
    })
  }

  /** What is typed or pasted; it stays through a reload. */
  get text(): string {
    return this.#text
  }
  set text(text: string) {
    this.#text = text
    broughtText.keep(text)
  }

  /** The papers that `add` would take in. */
  readonly wanted: readonly Paper[] = $derived(
    this.step.kind !== 'read'
      ? []
      : this.step.files.flatMap(({ papers }) =>
          papers.flatMap(({ paper }) => (this.ticked.has(paper.id) ? [paper] : [])),
        ),
  )
  /** What is wrong with records, and what was too much: how many would be left out. */
  readonly leftOut: number = $derived(
    this.step.kind === 'read' ? this.step.files.reduce((sum, { faults }) => sum + faults.length, this.step.unread) : 0,
  )
  /** Whether there is room for them. */
  readonly fits: boolean = $derived.by(() => this.#hasRoom())

  /** Reads files; one that is too large is not opened. */
  takeFiles(files: readonly File[]): Promise<void> {
    return this.#take(async () => {
      let sum = 0
      const opened = files.map((file) => {
        if (file.size <= MOST_BROUGHT.bytes) sum += file.size
        return open(file, sum)
      })
      return this.#read(await Promise.all(opened))
    })
  }

  /** Reads a text: papers in one of the formats, or links to papers. One that is too large is not looked at. */
  takeText(text: string): Promise<void> {
    return this.#take(async () => {
      const bytes = text.length > MOST_BROUGHT.bytes ? null : new TextEncoder().encode(text)
      if (!bytes || bytes.length > MOST_BROUGHT.bytes) return this.#read([{ name: PASTED, given: TOO_LARGE }])
      const lines = text.split(/\r\n|\r|\n/)
      const links = isOfKnownForm(text) || lines.some(({ length }) => length > ABSTRACT) ? [] : sharedLinks(text)
      if (links.length > 0) return this.#find(links)
      const read = await this.#read([{ name: PASTED, given: bytes }])
      const found = read.kind !== 'read' || isOfKnownForm(text) || read.files.some(({ papers }) => papers.length > 0)
      return found ? read : { kind: 'nothing' }
    })
  }

  /** Takes what another app shared; gives the one paper that it leads to, where that is here. */
  async takeShared({ title, text, url }: Shared): Promise<Paper | null> {
    const links = sharedLinks([url, text, title].join('\n'))
    const [only, ...others] = links
    if (!only) await this.takeText([title, text, url].filter((part) => part !== '').join('\n'))
    else {
      const named = only.title === '' ? { ...only, title: sharedTitle(title) } : only
      await this.#take(() => this.#find(others.length > 0 ? links : [named]))
    }
    return this.step.kind === 'linked' && this.step.links.length === 1 ? (this.step.links[0]?.here ?? null) : null
  }

  /** Takes in what is ticked, in one change. */
  async add(): Promise<void> {
    const { wanted: papers, text, step } = this
    const outcome = await this.#library.act((deeds, scene) => deeds.bringPapers(scene, papers))
    if (outcome?.ok) this.#putAway(text, step)
  }

  /** Keeps the links whose papers are not here. */
  async keep(links: readonly SharedLink[]): Promise<void> {
    const { text, step } = this
    const outcome = await this.#library.act((deeds, scene) => deeds.waitFor(scene, links))
    if (outcome?.ok) this.#putAway(text, step)
  }

  /** Puts away what was read. */
  clear(): void {
    this.#asked += 1
    this.step = { kind: 'asking' }
    this.text = ''
    this.ticked.clear()
  }

  /** Once written: what was typed or asked for meanwhile stays. */
  #putAway(text: string, step: BringStep): void {
    if (this.step !== step) return
    const typed = this.text === text ? '' : this.text
    this.clear()
    this.text = typed
  }

  #hasRoom(): boolean {
    const { snapshot } = this.#library
    return snapshot === null || bytesOfMine(snapshot, this.wanted) <= MOST_MINE_BYTES
  }

  /** The last asked for counts; what throws has a fault of ours, and nobody else would hear of it. */
  async #take(answer: () => Promise<BringStep>): Promise<void> {
    this.#asked += 1
    const asked = this.#asked
    this.step = { kind: 'reading' }
    const step = await answer().catch((cause: unknown): BringStep => ({ kind: 'failed', problem: failedBy(cause) }))
    if (asked !== this.#asked) return
    this.ticked.clear()
    if (step.kind === 'read')
      for (const { papers } of step.files)
        for (const { paper, here, isMore } of papers) if (here === null || isMore) this.ticked.add(paper.id)
    this.step = step
  }

  async #find(links: readonly SharedLink[]): Promise<BringStep> {
    const reply = await this.#client.find(links.map(({ url, title }) => ({ url, title })))
    if (!reply.ok) return { kind: 'failed', problem: reply.error }
    return { kind: 'linked', links: links.map((link, at) => ({ link, here: reply.value.papers[at] ?? null })) }
  }

  async #read(all: readonly OpenedFile[]): Promise<BringStep> {
    const good = all.flatMap(({ name, given }) => (typeof given === 'string' ? [] : [{ name, bytes: given }]))
    const reply = good.length === 0 ? NOTHING_READ : await this.#client.read(good)
    if (!reply.ok) return { kind: 'failed', problem: reply.error }
    const { papers, faults, unread } = reply.value
    const files = all.map(({ name, given }): ReadFile => {
      if (typeof given === 'string') return { name, papers: [], faults: [{ what: given }] }
      const at = good.findIndex(({ bytes }) => bytes === given)
      const own = papers.filter(({ file }) => file === at)
      const unkeepable = own.filter(({ paper }) => !isKeepable(paper))
      const misfits = unkeepable.map(({ paper }) => ({ what: `“${paper.title.slice(0, 60)}” holds what no paper has` }))
      return {
        name,
        papers: own.filter((one) => !unkeepable.includes(one)),
        faults: [...faults.filter(({ file }) => file === at), ...misfits],
      }
    })
    return { kind: 'read', files, unread }
  }
}

/** A file with its bytes, or why it was not opened. */
interface OpenedFile {
  readonly name: string
  readonly given: Uint8Array | string
}

/** `sum`: bytes of it and of all before it that are held at once. */
async function open(file: File, sum: number): Promise<OpenedFile> {
  const { name, size } = file
  if (size > MOST_BROUGHT.bytes) return { name, given: TOO_LARGE }
  if (sum > MOST_BROUGHT.bytes)
    return { name, given: `with those before it, it is more than ${MOST}; bring it by itself` }
  // A file that went away after it was chosen rejects.
  const bytes = await file.arrayBuffer().catch(() => null)
  return {
    name,
    given: bytes ? new Uint8Array(bytes) : 'it could not be read; if it was moved or changed since, choose it again',
  }
}

let bringing: Bringing | null = null

/** The one of this window, which outlives its view: Back finds it as it was left. */
export function openBringing(client: SearchClient, library: LibraryState): Bringing {
  return (bringing ??= new Bringing(client, library))
}
