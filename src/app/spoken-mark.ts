/** Marks the sentence that is being read where it stands on the page, and keeps it in view. */
import { cutRuns } from './text-runs.ts'

/** The name that the style of the player knows. */
const NAME = 'spoken'

/** The sentence marked last; null where it is not on this page. */
let marked: Range | null = null

/** Marks a sentence of a paper; the page follows, unless the reader has scrolled away from the one before. */
export function markSpoken(paper: string, sentence: string): void {
  const follows = marked === null || isInView(marked)
  marked = find(paper, sentence)
  if (!('highlights' in CSS)) return
  if (!marked) {
    CSS.highlights.delete(NAME)
    return
  }
  CSS.highlights.set(NAME, new Highlight(marked))
  if (!follows || isInView(marked)) return
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const { top } = marked.getBoundingClientRect()
  scrollBy({ top: top - innerHeight / 3, behavior: still ? 'instant' : 'smooth' })
}

/** Takes the mark away. */
export function unmarkSpoken(): void {
  marked = null
  if ('highlights' in CSS) CSS.highlights.delete(NAME)
}

/** From the first words of the sentence to its last: formulas, which are set anew, lie between. */
function find(paper: string, sentence: string): Range | null {
  const runs = cutRuns(sentence).flatMap(({ kind, text }) => (kind === 'words' && text.trim() ? [text.trim()] : []))
  for (const element of document.querySelectorAll(`main [data-paper="${CSS.escape(paper)}"] :is(h1, h3, .reading)`)) {
    const nodes = textsIn(element)
    const text = nodes.map(({ data }) => data).join('')
    let start = -1
    let end = 0
    for (const run of runs) {
      const at = text.indexOf(run, end)
      if (at === -1) break
      if (start === -1) start = at
      end = at + run.length
      if (run === runs.at(-1)) return rangeOf(nodes, start, end)
    }
  }
  return null
}

function textsIn(element: Element): readonly Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode)
  return nodes
}

function rangeOf(nodes: readonly Text[], start: number, end: number): Range {
  const range = document.createRange()
  let before = 0
  for (const node of nodes) {
    const after = before + node.data.length
    if (start >= before && start < after) range.setStart(node, start - before)
    if (end > before && end <= after) range.setEnd(node, end - before)
    before = after
  }
  return range
}

/** Above the player and the bar, below the masthead. */
function isInView(range: Range): boolean {
  const { top, bottom } = range.getBoundingClientRect()
  return bottom > innerHeight / 10 && top < innerHeight * 0.65
}
