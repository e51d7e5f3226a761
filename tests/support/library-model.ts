/** What the library should say, kept in the plainest way there is. */
import type { Paper } from '../../src/corpus/paper.ts'

/** A library as sorted arrays: two of them are the same or they are not. */
export interface PlainLibrary {
  readonly lists: readonly (readonly [id: string, name: string, papers: readonly string[]])[]
  readonly notes: readonly (readonly [paper: string, text: string])[]
  readonly done: readonly string[]
  readonly searches: readonly (readonly [id: string, query: string])[]
  /** Whether every paper in a list or with a note has its copy. */
  readonly whole: boolean
}

/** A paper by number; some have ids that mean something to JavaScript. */
export function plainPaper(number: number): Paper {
  const id = ['constructor', 'toString', 'valueOf'][number] ?? `p${number}`
  const abstract = `We study thing ${number}. `.repeat(60)
  const rest = { rank: number, topics: ['agents'], kind: 'method', code: 'none', codeLinks: [] } as const
  return { id, title: `Paper ${number}`, abstract, ...rest, projectLink: null, system: null, does: null, result: null }
}

export class Model {
  readonly lists = new Map<string, { name: string; papers: Set<string> }>([
    ['to-read', { name: 'To read', papers: new Set() }],
  ])
  readonly notes = new Map<string, string>()
  readonly done = new Set<string>()
  readonly searches = new Map<string, string>()

  plain(): PlainLibrary {
    return {
      lists: [...this.lists].map(([id, { name, papers }]) => [id, name, [...papers].sort()]),
      notes: [...this.notes].sort(),
      done: [...this.done].sort(),
      searches: [...this.searches],
      whole: true,
    }
  }
}
