/** Writes papers in the compact form of a file; apart from reading it, which devices do far more often. */
import { FORMAT } from './manifest.ts'
import { CODE_STATES, KINDS, type Paper, type Span } from './paper.ts'
import type { Shard } from './shard.ts'

/** A shard as JSON text; the same papers give the same bytes. */
export function encodeShard(papers: readonly Paper[]): string {
  const topics = [...new Set(papers.flatMap((paper) => paper.topics))].sort()
  const shard: Shard = {
    format: FORMAT,
    titles: papers.map((paper) => paper.title),
    abstracts: papers.map((paper) => paper.abstract),
    ids: papers.map((paper) => paper.id).join(' '),
    topics,
    topicRows: papers.map((paper) => paper.topics.map((topic) => topics.indexOf(topic))),
    kinds: papers.map((paper) => KINDS.indexOf(paper.kind)).join(''),
    codes: papers.map((paper) => CODE_STATES.indexOf(paper.code)).join(''),
    codeLinks: papers.flatMap(({ codeLinks: [first, ...more] }, row) => (first ? [[row, first, ...more]] : [])),
    projectLinks: papers.flatMap(({ projectLink }, row) => (projectLink === null ? [] : [[row, projectLink]])),
    systems: papers.flatMap(({ title, system }, row) => (system === null ? [] : [[row, packName(title, system)]])),
    does: papers.flatMap(({ does }) => packSpan(does)),
    results: papers.flatMap(({ result }) => packSpan(result)),
    authors: column(papers, ({ authors }) => authors?.slice(), []),
    listed: column(papers, ({ listed }) => listed, ''),
    published: column(papers, ({ published }) => published, ''),
    votes: column(papers, ({ votes }) => votes, null),
    arxiv: column(papers, ({ arxiv }) => arxiv, ''),
    dois: column(papers, ({ doi }) => doi, ''),
    pages: column(papers, ({ page }) => page, ''),
  }
  return JSON.stringify(shard)
}

/** A column where some paper has a value for it; undefined, which JSON leaves out, where none has. */
function column<Value, None>(
  papers: readonly Paper[],
  of: (paper: Paper) => Value | undefined,
  none: None,
): (Value | None)[] | undefined {
  const values = papers.map(of)
  return values.some((value) => value !== undefined) ? values.map((value) => value ?? none) : undefined
}

function packName(title: string, system: string): number | string {
  return title.startsWith(system) ? system.length : system
}

function packSpan(span: Span | null): [number, number] {
  return span ? [span.start, span.end - span.start] : [0, 0]
}
