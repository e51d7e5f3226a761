/** What the topics of a paper are called. */
import type { Paper } from '../corpus/paper.ts'
import type { ExportOptions } from './export-entry.ts'

/** Labels in the paper's order. */
export function topicLabels(paper: Pick<Paper, 'topics'>, { topics = [] }: ExportOptions): readonly string[] {
  return paper.topics.map((id) => topics.find((topic) => topic.id === id)?.label ?? id)
}
