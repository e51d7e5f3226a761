/** What of a query holds at every stage: phrases, negations, fields, alternatives, filters, facts of the library. */
import type { Paper } from '../corpus/paper.ts'
import type { Knows } from '../query/context.ts'
import { hasWords, isTrue } from '../query/matches.ts'
import { joinedParts } from '../query/occurrences.ts'
import type { Node, Term, Words } from '../query/tree.ts'
import { STOP_WORDS } from '../text/stop-words.ts'
import type { Variants } from '../text/variants.ts'
import type { Engine } from './engine/engine.ts'
import type { Slot } from './engine/word-index.ts'
import { both, type Mask } from './mask.ts'
import { createPhrases } from './phrases.ts'
import type { TypedWords } from './typed-words.ts'

/** Whether words, or the value of a name, are still being typed; in a negation only what is complete counts. */
export type IsOpen = (node: Words | Term) => boolean

/** Finds the rows for which a node is true; only papers that the index names are read word by word. */
export function createConstraints(
  { rowsWith, dictionaries, shelf: { papers } }: Pick<Engine, 'rowsWith' | 'dictionaries' | 'shelf'>,
  variants: Variants,
): (node: Node, isOpen: IsOpen, knows: Knows) => Mask {
  const fill = (pass: (paper: Paper) => boolean): Mask =>
    Uint8Array.from(papers, (paper) => Number(paper !== undefined && pass(paper)))
  const wordMask = (typed: TypedWords): Mask => {
    const slots = new Map(slotsOf(typed, variants).map((slot) => [slot.words.join(' ') + String(slot.open), slot]))
    let mask: Mask | null = null
    for (const slot of slots.values()) {
      const rows = rowsWith(slot, typed.words.field)
      mask = mask ? both(mask, rows) : rows
    }
    return mask ?? new Uint8Array(papers.length)
  }
  const phraseMask = createPhrases(dictionaries, wordMask, ({ words, open }, among) =>
    among.map((may, row) => {
      const paper = papers[row]
      return Number(may === 1 && paper !== undefined && hasWords(words, paper, open))
    }),
  )
  const maskOf = (node: Node, isOpen: IsOpen, knows: Knows): Mask => {
    switch (node.kind) {
      case 'words':
        // A single word is what the index itself answers.
        return (node.parts.length === 1 ? wordMask : phraseMask)({ words: node, open: isOpen(node) })
      case 'term':
        if (node.inner) return maskOf(node.inner, never, knows)
        return fill((paper) => isTrue(node, paper, knows, isOpen(node)))
      case 'not':
        return maskOf(node.of, never, knows).map((passes) => 1 - passes)
      case 'all':
        return node.of.map((one) => maskOf(one, isOpen, knows)).reduce(both)
      case 'any':
        return node.of.map((one) => maskOf(one, isOpen, knows)).reduce((a, b) => a.map((x, row) => x | (b[row] ?? 0)))
    }
  }
  return maskOf
}

const never: IsOpen = () => false

/** The words that a node asks for, not those it forbids: they count towards the order, and are marked. */
export function wantedWords(node: Node | null, isOpen: IsOpen): readonly TypedWords[] {
  switch (node?.kind) {
    case 'words':
      return [{ words: node, open: isOpen(node) }]
    case 'term':
      return wantedWords(node.inner, never)
    case 'all':
    case 'any':
      return node.of.flatMap((one) => wantedWords(one, isOpen))
    case 'not':
    case undefined:
      return []
  }
}

/** The slots of words that stand outside of the free ones; any field, any order. */
export function slotsOf({ words: { parts, exact }, open }: TypedWords, variants: Variants): readonly Slot[] {
  const joined = exact || parts.length === 1 ? [] : [joinedParts(parts)]
  return parts.map((part, at) => ({
    words: [...new Set([part, ...joined, ...(exact || STOP_WORDS.has(part) ? [] : variants(part))])],
    open: open && at === parts.length - 1,
    optional: false,
  }))
}
