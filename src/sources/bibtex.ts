/** Reads BibTeX: entries with their fields as they stand there, in TeX; a broken entry is named by its line, the rest is kept. */
import type { SourceFault } from './raw-paper.ts'

/*
 * The file is cut where a line begins with `@name{`, so that a bracket that was never closed spoils one entry and not
 * all that follow, and the time is linear whatever is broken. Inside of a piece the grammar is BibTeX's own:
 *
 *   entry  = "@" type ( "{" | "(" ) key { "," name "=" value } [ "," ] ( "}" | ")" )
 *   string = "@string" ( "{" | "(" ) name "=" value ( "}" | ")" )
 *   value  = part { "#" part }       part = "{" balanced "}" | '"' balanced '"' | digits | name of a string
 *
 * What stands outside of entries, `@comment` and `@preamble` are passed over. Names are the same in any case; of a
 * field given twice the first counts. A string that nobody defined stands by its name: most are names of journals.
 */

export interface BibEntry {
  /** `article`, in small letters. */
  readonly type: string
  readonly key: string
  /** Line of its `@`, from 1. */
  readonly line: number
  /** By name in small letters, without what delimits them; still TeX. */
  readonly fields: ReadonlyMap<string, string>
}

export interface Bibliography {
  readonly entries: readonly BibEntry[]
  readonly faults: readonly SourceFault[]
}

/** Entries and faults of one file: more are no bibliography of a paper. */
const MOST = 20_000
/** Characters of a value put together; strings made of strings double with each line. */
const LONGEST_JOINED = 50_000
const START = /^[ \t]*@[A-Za-z]+\s*[{(]/gm
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Reads a text of BibTeX; entries beyond 20,000 are named as a fault. */
export function readBibtex(text: string): Bibliography {
  const strings = new Map(MONTHS.map((name) => [name, name]))
  const entries: BibEntry[] = []
  const faults: SourceFault[] = []
  let line = 1
  let from = 0
  for (const piece of piecesOf(text)) {
    line += linesIn(text.slice(from, piece.start))
    from = piece.start
    const reader = new Reader(text.slice(piece.start, piece.end), line, strings)
    for (let read = reader.next(); read; read = reader.next()) {
      if (entries.length + faults.length >= MOST) {
        faults.push({ line: reader.line, what: `more than ${MOST.toLocaleString('en')} entries` })
        return { entries, faults }
      }
      if ('what' in read) faults.push(read)
      else entries.push(read)
    }
  }
  return { entries, faults }
}

/** Whether a text is BibTeX rather than prose: an entry begins a line of it. */
export function looksLikeBibtex(text: string): boolean {
  return /^[ \t]*@[A-Za-z]+\s*[{(][^,\s]*,/m.test(text)
}

interface Piece {
  readonly start: number
  readonly end: number
}

function piecesOf(text: string): readonly Piece[] {
  const starts = Array.from(text.matchAll(START), ({ index }) => index)
  return starts.map((start, at) => ({ start, end: starts[at + 1] ?? text.length }))
}

function linesIn(text: string): number {
  return text.split(/\r\n|\r|\n/).length - 1
}

/** What an entry breaks off with; the sentence goes after file and line. */
class Broken extends Error {}

class Reader {
  /** Line of the entry under way. */
  line: number
  readonly #text: string
  readonly #strings: Map<string, string>
  #at = 0
  /** Where the entry under way began. */
  #start = 0

  constructor(text: string, line: number, strings: Map<string, string>) {
    this.#text = text
    this.line = line
    this.#strings = strings
  }

  /** The next entry of the piece, or why it is none; null at the end. Strings are learned on the way. */
  next(): BibEntry | SourceFault | null {
    for (;;) {
      const start = this.#text.indexOf('@', this.#at)
      if (start === -1) return null
      this.line += linesIn(this.#text.slice(this.#start, start))
      this.#start = start
      this.#at = start + 1
      const type = this.#match(/[A-Za-z]+/y)?.toLowerCase()
      const open = type === undefined ? undefined : this.#match(/\s*([{(])/y)?.trim()
      if (type === undefined || open === undefined) continue
      try {
        const entry = this.#block(type, open === '{' ? '}' : ')')
        if (entry) return entry
      } catch (broken) {
        /* v8 ignore start -- a bug here is not to be told as a fault of the file */
        if (!(broken instanceof Broken)) throw broken
        /* v8 ignore stop */
        // What follows in this piece belongs to the broken one.
        this.#at = this.#text.length
        return { line: this.line, what: broken.message }
      }
    }
  }

  /** Null for what holds no paper. */
  #block(type: string, close: string): BibEntry | null {
    if (type === 'comment' || type === 'preamble') {
      this.#until(close)
      return null
    }
    if (type === 'string') {
      const [name, value] = this.#field(close)
      if (this.#match(close === '}' ? /\s*\}/y : /\s*\)/y) === undefined) throw new Broken(`no closing ${close}`)
      this.#strings.set(name, value)
      return null
    }
    const key = this.#match(/\s*[^\s,={}"]+/y)?.trim() ?? ''
    const fields = this.#fields(close)
    return { type, key, line: this.line, fields }
  }

  #fields(close: string): ReadonlyMap<string, string> {
    const fields = new Map<string, string>()
    for (;;) {
      const comma = this.#match(/\s*,/y) !== undefined
      if (this.#match(close === '}' ? /\s*\}/y : /\s*\)/y) !== undefined) return fields
      if (!comma) {
        const last = [...fields.keys()].at(-1)
        const missing = this.#isOver() ? `closing ${close}` : 'comma'
        throw new Broken(`no ${missing} after the ${last === undefined ? 'key' : `field ${last}`}`)
      }
      if (this.#match(/\s*(?=,)/y) !== undefined) continue
      const [name, value] = this.#field(close)
      if (!fields.has(name)) fields.set(name, value)
    }
  }

  #field(close: string): readonly [name: string, value: string] {
    const name = this.#match(/\s*[A-Za-z_][^\s,={}"()#%']*/y)
      ?.trim()
      .toLowerCase()
    if (name === undefined) throw new Broken(this.#isOver() ? `no closing ${close}` : 'no field where one should begin')
    if (this.#match(/\s*=\s*/y) === undefined) throw new Broken(`the field ${name} has no =`)
    let value = this.#part(name)
    while (this.#match(/\s*#\s*/y) !== undefined) {
      value += this.#part(name)
      if (value.length > LONGEST_JOINED) throw new Broken(`the field ${name} is too long`)
    }
    return [name, value]
  }

  #part(name: string): string {
    if (this.#match(/\{/y) !== undefined) return this.#until('}', name)
    if (this.#match(/"/y) !== undefined) return this.#until('"', name)
    const word = this.#match(/[^\s,={}"()#%']+/y)
    if (word === undefined) throw new Broken(`the field ${name} has no value`)
    return this.#strings.get(word.toLowerCase()) ?? word
  }

  /** The text up to the bracket or quote that closes it, which is passed; brackets inside are balanced. */
  #until(close: string, name?: string): string {
    const from = this.#at
    let depth = 0
    for (; this.#at < this.#text.length; this.#at++) {
      const sign = this.#text[this.#at]
      if (sign === '\\') this.#at++
      else if (depth === 0 && sign === close) return this.#text.slice(from, this.#at++)
      else if (sign === '{') depth++
      else if (sign === '}') depth--
      if (depth < 0) break
    }
    throw new Broken(name === undefined ? `no closing ${close}` : `the field ${name} has no closing ${close}`)
  }

  /** Whether nothing but spaces is left of the piece. */
  #isOver(): boolean {
    return this.#text.slice(this.#at).trim() === ''
  }

  /** What stands at this place, which is passed; undefined where it does not. The pattern is sticky. */
  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const [found] = pattern.exec(this.#text) ?? []
    if (found !== undefined) this.#at = pattern.lastIndex
    return found
  }
}
