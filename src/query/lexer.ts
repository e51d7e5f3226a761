/** Cuts a query into lexemes with their places. */
import type { Span } from '../corpus/paper.ts'
import { readName, type TermName } from './terms.ts'

export type Lexeme =
  /** Signs without a space, bracket or quote. */
  | { readonly kind: 'run'; readonly text: string; readonly span: Span }
  /** `inner` is what stands between the quotes; without a closing one the phrase runs to the end of the text. */
  | { readonly kind: 'phrase'; readonly inner: Span; readonly closed: boolean; readonly span: Span }
  /** A known name with its colon; `glued` where its value follows at once. */
  | { readonly kind: 'name'; readonly name: TermName; readonly glued: boolean; readonly span: Span }
  /** One that its term follows at once. */
  | Sign<'minus'>
  | Sign<'open'>
  | Sign<'close'>
  | Sign<'or'>
  | Sign<'and'>

interface Sign<Kind> {
  readonly kind: Kind
  readonly span: Span
}

// As phones, Chinese keyboards and word processors write them.
const SPACE = /\s+/y
const QUOTE = /["“”„‟＂]/
const OPEN = /[(（]/
const CLOSE = /[)）]/
const MINUS = /[-－](?=[^\s)）\-－])/y
const NAME = /([A-Za-z]+)[:：]/y
const RUN = /[^\s()（）"“”„‟＂]+/y

/** The lexemes of a text, in order; nothing but space lies between them. */
export function lex(text: string): readonly Lexeme[] {
  const lexemes: Lexeme[] = []
  let at = matchAt(SPACE, text, 0).length
  while (at < text.length) {
    const lexeme = lexemeAt(text, at, lexemes.at(-1))
    lexemes.push(lexeme)
    at = lexeme.span.end
    at += matchAt(SPACE, text, at).length
  }
  return lexemes
}

function lexemeAt(text: string, start: number, before: Lexeme | undefined): Lexeme {
  const sign = text.charAt(start)
  const span = { start, end: start + 1 }
  if (OPEN.test(sign)) return { kind: 'open', span }
  if (CLOSE.test(sign)) return { kind: 'close', span }
  if (QUOTE.test(sign)) return phraseAt(text, start)
  const isValue = before?.kind === 'name' && before.glued && before.span.end === start
  const isApart = before === undefined || before.kind === 'open' || before.span.end < start
  if (isApart && matchAt(MINUS, text, start) !== '') return { kind: 'minus', span }
  return (isValue ? null : nameAt(text, start)) ?? runAt(text, start, before)
}

function phraseAt(text: string, start: number): Lexeme {
  const length = text.slice(start + 1).search(QUOTE)
  const closed = length >= 0
  const inner = { start: start + 1, end: closed ? start + 1 + length : text.length }
  return { kind: 'phrase', inner, closed, span: { start, end: inner.end + (closed ? 1 : 0) } }
}

function nameAt(text: string, start: number): Lexeme | null {
  const letters = matchAt(NAME, text, start)
  const name = readName(letters.slice(0, -1))
  if (name === null) return null
  const end = start + letters.length
  return { kind: 'name', name, glued: /^[^\s)）]/.test(text.slice(end, end + 1)), span: { start, end } }
}

function runAt(text: string, start: number, before: Lexeme | undefined): Lexeme {
  const run = matchAt(RUN, text, start)
  const span = { start, end: start + run.length }
  const isGlued = before?.span.end === start && (before.kind === 'minus' || before.kind === 'name')
  if (!isGlued && run === 'OR') return { kind: 'or', span }
  if (!isGlued && run === 'AND') return { kind: 'and', span }
  return { kind: 'run', text: run, span }
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}
