/** Writes queries: the one text for each meaning, which saved searches keep. */
import { FILTER_KEYS, type Filters } from './filters.ts'
import type { Node, Query, Words } from './tree.ts'

/** The text of a tree; parsed, it gives the same tree. */
export function printNode(node: Node): string {
  switch (node.kind) {
    case 'words':
      return printWords(node)
    case 'term':
      return printTerm(node.name, node.value)
    case 'not':
      return `-${inBrackets(node.of)}`
    case 'all':
      return node.of.map((one) => inBrackets(one)).join(' ')
    case 'any':
      return node.of.map((one) => inBrackets(one)).join(' OR ')
  }
}

/** A name and its value, quoted where the value would not hold together. */
export function printTerm(name: string, value: string): string {
  return `${name}:${/^[\p{L}\p{N}][^\s()（）"“”„‟＂]*$/u.test(value) ? value : `"${value}"`}`
}

/** The text that stands for a query and for what is ticked beside it; opened without ticks it finds the same. */
export function canonicalText({ tree }: Pick<Query, 'tree'>, ticked: Partial<Filters> = {}): string {
  const ticks = FILTER_KEYS.flatMap((key) => {
    const values = [...new Set<string>(ticked[key])].sort().map((value) => printTerm(key, value))
    return values.length > 1 ? [`(${values.join(' OR ')})`] : values
  })
  if (tree === null) return ticks.join(' ')
  return [ticks.length > 0 && tree.kind === 'any' ? `(${printNode(tree)})` : printNode(tree), ...ticks].join(' ')
}

function inBrackets(node: Node): string {
  return node.kind === 'all' || node.kind === 'any' ? `(${printNode(node)})` : printNode(node)
}

function printWords({ parts, exact, field }: Words): string {
  const words = exact ? `"${parts.join(' ')}"` : parts.join('-')
  return field === null ? words : `${field}:${words}`
}
