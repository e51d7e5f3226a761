/** Builds trees in normal form, so that queries of the same meaning are written the same. */

/*
 * Groups of one kind inside each other are one; what stands twice stands once; two negations are none. Free words
 * keep the order in which they were typed, because neighbours may run together (`pixel flow` finds PixelFlow); all
 * else is sorted: phrases and fields, names in the order of their table, groups of alternatives, negations.
 */
import { printNode } from './canonical.ts'
import { TERM_NAMES } from './terms.ts'
import { isFree, type Node } from './tree.ts'

/** All of the nodes; null where there are none. */
export function all(nodes: readonly Node[]): Node | null {
  const flat = nodes.flatMap((node) => (node.kind === 'all' ? node.of : [node]))
  return group('all', [...flat.filter(isFree), ...sorted(flat.filter((node) => !isFree(node)))])
}

/** Any of the nodes; null where there are none. */
export function any(nodes: readonly Node[]): Node | null {
  const [only, ...others] = nodes
  if (others.length === 0) return only ?? null
  return group('any', sorted(nodes.flatMap((node) => (node.kind === 'any' ? node.of : [unordered(node)]))))
}

/** What a node does not find. */
export function not(node: Node): Node {
  return node.kind === 'not' ? node.of : { kind: 'not', of: unordered(node) }
}

/** Inside of alternatives and negations, words are looked up one by one: their order says nothing. */
function unordered(node: Node): Node {
  if (node.kind !== 'all') return node
  /* v8 ignore start -- there are nodes in a group */
  return group('all', sorted(node.of)) ?? node
  /* v8 ignore stop */
}

function group(kind: 'all' | 'any', of: readonly Node[]): Node | null {
  const [only] = of
  return of.length > 1 ? { kind, of } : (only ?? null)
}

function sorted(nodes: readonly Node[]): readonly Node[] {
  const texts = new Map(nodes.map((node) => [printNode(node), node]))
  const place = ([text, node]: readonly [string, Node]): string => `${String.fromCharCode(65 + rank(node))}${text}`
  return [...texts].sort((a, b) => (place(a) < place(b) ? -1 : 1)).map(([, node]) => node)
}

function rank(node: Node): number {
  if (node.kind === 'words') return isFree(node) ? 0 : 1
  if (node.kind === 'term') return 2 + TERM_NAMES.indexOf(node.name)
  return 2 + TERM_NAMES.length + (node.kind === 'not' ? 1 : 0)
}
