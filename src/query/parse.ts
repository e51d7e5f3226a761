/** Reads a query: whatever is typed gives a tree and a list of problems, never an error. */

/*
 * The language
 *
 *   query   = either
 *   either  = all { OR all }              one of them; OR binds less than standing side by side
 *   all     = part { part }               every one of them; a written AND changes nothing
 *   part    = [-] ( word | phrase | term | group )
 *   group   = "(" either ")"
 *   phrase  = '"' anything '"'            these words in a row, as written
 *   term    = name ":" ( word | phrase | group )
 *
 * Names are those of the table in terms.ts, in any case; before a group a name holds for each word and phrase in it.
 * Between name, colon and value there is no space: `Code: a survey` is how people write titles, so its name is a
 * word. A name the table does not have is a word too. A minus counts where its part follows at once and a space,
 * bracket or nothing stands before it, so `text-to-speech` is one word. OR is written in capitals. Colons, quotes
 * and brackets may be full-width, quotes may be curly. Without a closing bracket or quote, group and phrase run to
 * the end of the text.
 *
 * Free words, those at the top without name, quotes or minus, are what the stages of search read with their typing
 * errors. All else holds exactly at every stage: a word by its forms (plural, endings, spelling), the parts of a
 * compound in a row or joined. What cannot be read is left out, and named as a problem.
 */
import type { Span } from '../corpus/paper.ts'
import { errorsBetween } from '../text/spelling.ts'
import { tokenize } from '../text/tokenize.ts'
import { lex, type Lexeme } from './lexer.ts'
import { cutQuery, TOO_LONG } from './longest.ts'
import { all, any, not } from './normal.ts'
import { sinceOf } from './stated.ts'
import { isUsable, takesOf, TERMS, usableNames, type Field, type TermName } from './terms.ts'
import type { Node, Query, QueryProblem, Words } from './tree.ts'
import { nameKey, readValue, type Vocabulary } from './vocabulary.ts'

/** Brackets inside brackets; more are nobody's meaning. */
const DEEPEST = 40
const MOST_PROBLEMS = 10

/** The query of a text, its names and values read against a vocabulary. */
export function parse(given: string, vocabulary: Vocabulary): Query {
  const text = cutQuery(given)
  const parser = new Parser(text, vocabulary)
  const tree = parser.whole()
  const problems = parser.problems.sort((a, b) => a.span.start - b.span.start)
  if (text.length >= given.trimEnd().length) return { text, tree, problems }
  const span = { start: text.length, end: given.length }
  return {
    text,
    tree,
    problems: [...problems.slice(0, MOST_PROBLEMS - 1), { span, sentence: TOO_LONG, unfinished: false }],
  }
}

/** A written AND changes nothing. */
type Meant = Exclude<Lexeme, { readonly kind: 'and' }>

class Parser {
  readonly problems: QueryProblem[] = []
  readonly #text: string
  readonly #vocabulary: Vocabulary
  readonly #lexemes: readonly Meant[]
  #at = 0
  #depth = 0

  constructor(text: string, vocabulary: Vocabulary) {
    this.#text = text
    this.#vocabulary = vocabulary
    this.#lexemes = lex(text).filter((lexeme) => lexeme.kind !== 'and')
  }

  whole(): Node | null {
    const nodes: (Node | null)[] = []
    for (;;) {
      nodes.push(this.#either(null))
      const stray = this.#take()
      if (!stray) return all(nodes.filter((node) => node !== null))
      this.#complain(stray.span, 'This bracket closes none that was opened.')
    }
  }

  #either(name: TermName | null): Node | null {
    const nodes = [this.#all(name)]
    while (this.#peek()?.kind === 'or') {
      const before = this.#lexemes[this.#at - 1]
      const or = this.#take()
      const start = this.#at
      nodes.push(this.#all(name))
      const isLonely = !before || before.kind === 'open' || before.kind === 'or' || this.#at === start
      if (or && isLonely) this.#complain(or.span, 'OR needs something to choose from on both sides.')
    }
    return any(nodes.filter((node) => node !== null))
  }

  #all(name: TermName | null): Node | null {
    const nodes: Node[] = []
    for (let node = this.#part(name); node !== undefined; node = this.#part(name)) if (node) nodes.push(node)
    return all(nodes)
  }

  /** Null for a part that asks nothing, undefined where none begins; `from` is where the name before it stands. */
  #part(name: TermName | null, from?: number): Node | null | undefined {
    const lexeme = this.#peek()
    if (!lexeme || lexeme.kind === 'or' || lexeme.kind === 'close') return undefined
    this.#at += 1
    const whole = { start: from ?? lexeme.span.start, end: lexeme.span.end }
    switch (lexeme.kind) {
      case 'minus': {
        const node = this.#part(name)
        return node && not(node)
      }
      case 'open':
        return this.#group(lexeme.span, name)
      case 'name':
        return this.#named(lexeme.name, lexeme.glued, lexeme.span)
      case 'run':
        return this.#value(name, lexeme.span, whole, false)
      case 'phrase':
        if (!lexeme.closed) this.#complain(whole, 'The closing quote is missing; the phrase runs to the end.', true)
        return this.#value(name, lexeme.inner, whole, true)
    }
  }

  #group(opening: Span, name: TermName | null): Node | null {
    if (this.#depth === DEEPEST) {
      this.#complain(opening, `Brackets can stand ${String(DEEPEST)} deep; the rest is left out.`)
      this.#at = this.#lexemes.length
      return null
    }
    this.#depth += 1
    const node = this.#either(name)
    this.#depth -= 1
    if (!this.#take()) this.#complain(opening, 'The closing bracket is missing; the group runs to the end.', true)
    return node
  }

  #named(name: TermName, glued: boolean, span: Span): Node | null | undefined {
    if (glued) return this.#part(name, span.start)
    if (this.#text.slice(span.end).trim() === '') {
      this.#complain(span, `Type a value after ${name}:, as in ${TERMS[name].example}.`, true)
      return null
    }
    this.#complain(span, `Read as a word: as a name, ${name}: has its value right after the colon.`)
    return this.#words(span, false, null)
  }

  /** Words and phrases, or the value of a name; `whole` is what to underline. */
  #value(name: TermName | null, inner: Span, whole: Span, exact: boolean): Node | null {
    if (name === null) {
      if (!exact) this.#suspect(whole)
      return this.#words(inner, exact, null)
    }
    if (name === 'title' || name === 'abstract') return this.#words(inner, exact, name)
    const value = readValue(name, this.#text.slice(inner.start, inner.end), this.#vocabulary)
    if (!value.ok) {
      const mayEnd = isUsable(takesOf(name), this.#vocabulary.stated) && whole.end === this.#text.length
      this.#complain(whole, value.error, mayEnd)
      return null
    }
    return {
      kind: 'term',
      name,
      value: value.value,
      inner: name === 'search' ? this.#inner(value.value) : null,
      since: name === 'listed' ? sinceOf(value.value, this.#vocabulary.stated.listed) : null,
      span: inner,
    }
  }

  #words(span: Span, exact: boolean, field: Field | null): Words | null {
    const parts = tokenize(this.#text.slice(span.start, span.end)).flatMap((token) =>
      token.joined ? [] : [token.text],
    )
    return parts.length === 0 ? null : { kind: 'words', parts, exact, field, span }
  }

  /** What a saved search asks. It knows all searches but itself, so that none can go in circles. */
  #inner(name: string): Node | null {
    const { library } = this.#vocabulary
    const search = library?.searches.find((one) => nameKey(one.name) === nameKey(name))
    /* v8 ignore start -- a value that was read is the name of a search */
    if (!library || !search) return null
    /* v8 ignore stop */
    const searches = library.searches.filter((one) => one !== search)
    // The space says that its last word is complete.
    return parse(`${search.query} `, { ...this.#vocabulary, library: { ...library, searches } }).tree
  }

  /** A name that nearly is one of the table. */
  #suspect({ start, end }: Span): void {
    const [, letters = ''] = /^([A-Za-z]{4,})[:：](?!\/)/.exec(this.#text.slice(start, end)) ?? []
    const near =
      letters &&
      usableNames(this.#vocabulary.stated).find((name) => errorsBetween(letters.toLowerCase(), name, 1) === 1)
    if (near) this.#complain({ start, end }, `Read as words: there is no name ${letters}:, only ${near}:.`)
  }

  #peek(): Meant | undefined {
    return this.#lexemes[this.#at]
  }

  #take(): Meant | undefined {
    const next = this.#peek()
    if (next) this.#at += 1
    return next
  }

  #complain(span: Span, sentence: string, mayEnd = false): void {
    const unfinished = mayEnd || span.end === this.#text.length
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ span, sentence, unfinished })
  }
}
