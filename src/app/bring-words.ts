/** What is said of papers and files on their way in. */
import { countPapers, thousands } from '../text/english.ts'
import type { FileFault, ReadFile } from './state/bringing.svelte.ts'

/** `refs.bib · 24 papers: 20 new, 1 with more than yours, 3 here already`. */
export function wordFile({ name, papers }: ReadFile): string {
  const more = papers.filter(({ isMore }) => isMore).length
  const here = papers.filter((one) => one.here !== null).length - more
  const parts = [
    [papers.length - here - more, 'new'],
    [more, 'with more than yours'],
    [here, 'here already'],
  ] as const
  const split = parts.flatMap(([count, words]) => (count > 0 ? [`${thousands(count)} ${words}`] : [])).join(', ')
  return `${name} · ${papers.length === 0 ? 'no papers' : `${countPapers(papers.length)}: ${split}`}`
}

/** `refs.bib, line 12, record 3: it has no title.` */
export function wordFault(name: string, { line, record, what }: FileFault): string {
  const place = [
    name,
    line === undefined ? '' : `line ${thousands(line)}`,
    record === undefined ? '' : `record ${thousands(record)}`,
  ]
  return `${place.filter((part) => part !== '').join(', ')}: ${what}.`
}

/** `Add 5 papers`, and how many are left out where some are. */
export function wordAdd(count: number, leftOut: number): string {
  return `Add ${countPapers(count)}${leftOut === 0 ? '' : `, leave ${thousands(leftOut)} out`}`
}
