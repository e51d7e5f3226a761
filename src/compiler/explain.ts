/** Prints what the rules found in each paper, and why: the table that is read through when a rule changes. */
import type { Paper } from '../corpus/paper.ts'
import { findKind } from '../enrich/kind.ts'
import type { TopicRules } from '../enrich/topic-rules.ts'
import { compileTopics, scoreTopics, topicText } from '../enrich/topics.ts'

/** A block of lines for each paper, in page order. */
export function explain(papers: readonly Paper[], rules: TopicRules): string {
  const topics = compileTopics(rules)
  return papers.map((paper) => block(paper, scoreTopics(topicText(paper), topics), topics.ids)).join('\n\n')
}

function block(paper: Paper, scores: readonly number[], ids: readonly string[]): string {
  const read = (span: Paper['does']): string => (span ? paper.abstract.slice(span.start, span.end) : 'none')
  const { why } = findKind({ ...paper, does: paper.does ? read(paper.does) : '' })
  const score = (id: string): string => (scores[ids.indexOf(id)] ?? 0).toFixed(1)
  const links = [...paper.codeLinks, ...(paper.projectLink === null ? [] : [`(project) ${paper.projectLink}`])]
  return [
    `${String(paper.rank)}  ${paper.title}`,
    `  kind    ${paper.kind}${why === '' ? '' : ` by ${why}`}`,
    `  system  ${paper.system ?? 'none'}`,
    `  topics  ${paper.topics.map((id) => `${id} ${score(id)}`).join(', ')}`,
    `  code    ${[paper.code, ...links].join(' ')}`,
    `  does    ${read(paper.does)}`,
    `  result  ${read(paper.result)}`,
  ].join('\n')
}
