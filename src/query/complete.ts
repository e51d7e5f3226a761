/** Completion: the names and values, topics and names of papers that fit what stands before the caret. */
import type { Span } from '../corpus/paper.ts'
import { printTerm } from './canonical.ts'
import { lex, type Lexeme } from './lexer.ts'
import { TERMS, takesOf, usableNames, type TermName } from './terms.ts'
import { fit, SHORTEST, suggestWords, type Suggestion } from './suggest.ts'
import { choicesOf, nameKey, type Choice, type Vocabulary } from './vocabulary.ts'

const MOST = 8

/** What may stand at the caret, the likeliest first; `known` are names of papers that what is typed may begin. */
export function complete(
  text: string,
  caret: number,
  vocabulary: Vocabulary,
  known: readonly string[] = [],
): readonly Suggestion[] {
  const lexemes = lex(text)
  const at = lexemes.findIndex(({ span }) => span.start < caret && caret <= span.end)
  const [lexeme, before] = [lexemes[at], lexemes[at - 1]]
  if (lexeme?.kind === 'name')
    return caret === lexeme.span.end ? values(text, lexeme, lexemes[at + 1], caret, vocabulary) : []
  if (!lexeme || lexeme.kind === 'close') return []
  if (before?.kind === 'name' && before.glued) return values(text, before, lexeme, caret, vocabulary)
  if (lexeme.kind !== 'run' || caret < lexeme.span.end) return []
  return [...names(lexeme.text, lexeme.span, vocabulary), ...suggestWords(text, caret, vocabulary.topics, known)]
}

function names(typed: string, span: Span, vocabulary: Vocabulary): readonly Suggestion[] {
  const letters = typed.toLowerCase()
  if (letters.length < SHORTEST) return []
  return usableNames(vocabulary.stated)
    .filter((name) => name.startsWith(letters) && isUseful(name, vocabulary))
    .map((name): Suggestion => ({
      kind: 'language',
      insert: `${name}:`,
      span,
      label: `${name}:`,
      help: TERMS[name].help,
    }))
}

/** A name is worth a suggestion where there is something to write after it. */
function isUseful(name: TermName, vocabulary: Vocabulary): boolean {
  const { kind } = takesOf(name)
  return kind === 'words' || kind === 'stated' || choicesOf(name, vocabulary).length > 0
}

function values(
  text: string,
  { name, span: { start, end }, glued }: Lexeme & { readonly kind: 'name' },
  value: Lexeme | undefined,
  caret: number,
  vocabulary: Vocabulary,
): readonly Suggestion[] {
  const isTyped = glued && (value?.kind === 'run' || value?.kind === 'phrase')
  if (glued && !isTyped) return []
  const key = nameKey(text.slice(end, caret))
  const span = { start, end: isTyped ? value.span.end : end }
  return ranked(once(choicesOf(name, vocabulary), name), key).map((choice): Suggestion => ({
    kind: 'language',
    insert: `${printTerm(name, choice.value)} `,
    span,
    label: printTerm(name, choice.value),
    help: choice.label,
  }))
}

/** Two lists may have one name, or two that a query spells alike: one choice leads to both. */
function once(choices: readonly Choice[], name: TermName): readonly Choice[] {
  const first = new Map<string, Choice>()
  for (const choice of choices) {
    const label = printTerm(name, choice.value)
    if (!first.has(label)) first.set(label, choice)
  }
  return [...first.values()]
}

/** Choices that begin so, then those with a later word that does. */
function ranked(choices: readonly Choice[], key: string): readonly Choice[] {
  const rank = ({ value, label }: Choice): number => Math.min(...[value, label].map((one) => fit(nameKey(one), key)))
  const fitting = choices.map((choice) => ({ choice, rank: rank(choice) })).filter((one) => one.rank < 2)
  return fitting
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ choice }) => choice)
}
