/** Papers of which a device has kept no more than id and title. */
import type { Paper } from './paper.ts'

/** What is left of a paper. */
export interface Titled {
  readonly id: string
  readonly title: string
}

/** Stands where a paper is wanted; all else in it says nothing, and is not to be shown. */
export function titleOnly({ id, title }: Titled): Paper {
  const nothing = { topics: [], codeLinks: [], projectLink: null, system: null, does: null, result: null }
  return { id, title, abstract: '', rank: 0, kind: 'method', code: 'none', ...nothing }
}

/** What a reader can keep of a paper: the title alone where no more is there. */
export function asThere(paper: Paper): Paper | Titled {
  return isTitleOnly(paper) ? { id: paper.id, title: paper.title } : paper
}

/** Whether a paper is such a one: some sources state no abstract, but a paper of a corpus has a topic. */
export function isTitleOnly({ abstract, topics }: Paper): boolean {
  return abstract === '' && topics.length === 0
}
