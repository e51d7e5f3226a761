/** Follows a list of the reader's to its new name in the text of a saved search. */
import type { Statements } from '../corpus/statements.ts'
import { canonicalText } from './canonical.ts'
import { lex } from './lexer.ts'
import { all, any, not } from './normal.ts'
import { parse } from './parse.ts'
import type { Node, Term } from './tree.ts'
import { nameKey, quotable, type NamedSearch } from './vocabulary.ts'

export interface Renaming {
  readonly from: string
  readonly to: string
  /** The names of the reader's other lists. */
  readonly others: readonly string[]
  readonly searches: readonly NamedSearch[]
}

/**
 * The canonical text that asks under the new name for what it asked for under the old. The same text where it does not
 * name the list, and where it has a problem: what it means is then not known.
 */
export function renameListIn(text: string, { from, to, others, searches }: Renaming): string {
  const library = { lists: [from, ...others], searches }
  const { tree, problems } = parse(text, { topics: topicsIn(text), stated: ANYTHING, library })
  if (problems.length > 0) return text
  // The name stands for every list that bears it: one that keeps it is asked for as before.
  const namesakes = others.filter((name) => nameKey(name) === nameKey(from)).slice(0, 1)
  const renamed = replaceTerms(tree, (term) =>
    term.name === 'list' && nameKey(term.value) === nameKey(from)
      ? any([...namesakes, to].map((name) => ({ ...term, value: quotable(name) })))
      : term,
  )
  const written = canonicalText({ tree: renamed })
  return written === canonicalText({ tree }) ? text : written
}

/** So is what the sources state: values are read by how they are written. */
const ANYTHING: Statements = { authors: true, listed: '2000-01-01', days: true, votes: true }

/** Topics are the corpus' to know, which may not have come: what stands behind the name is taken as it is. */
function topicsIn(text: string): readonly { readonly id: string; readonly label: string }[] {
  return lex(text).flatMap((lexeme, at, lexemes) => {
    const value = lexemes[at - 1]?.kind === 'name' && (lexeme.kind === 'phrase' ? lexeme.inner : lexeme.span)
    if (!value) return []
    const id = text.slice(value.start, value.end)
    return [{ id, label: id }]
  })
}

function replaceTerms(node: Node | null, replace: (term: Term) => Node | null): Node | null {
  const inside = (of: readonly Node[]): readonly Node[] =>
    of.map((one) => replaceTerms(one, replace)).filter((one) => one !== null)
  switch (node?.kind) {
    case 'words':
    case undefined:
      return node
    case 'term':
      return replace(node)
    case 'not': {
      const of = replaceTerms(node.of, replace)
      return of && not(of)
    }
    case 'all':
      return all(inside(node.of))
    case 'any':
      return any(inside(node.of))
  }
}
