/** Makes a paper of what a source says: the one place where the rules of this folder meet. */
import type { Paper } from '../corpus/paper.ts'
import type { RawPaper } from '../sources/raw-paper.ts'
import { cleanText } from './clean-text.ts'
import { findLinks } from './links.ts'
import { findKind } from './kind.ts'
import { chooseSentences } from './entry-sentences.ts'
import { findSystem } from './system-name.ts'
import { findTopics, topicText, type CompiledTopics } from './topics.ts'
import { paperId, titleKey } from './identity.ts'

/** The paper of a raw paper, at `rank` on its page. */
export function enrich(raw: RawPaper, topics: CompiledTopics, rank: number): Paper {
  const title = cleanText(raw.title)
  const abstract = cleanText(raw.abstract)
  const system = findSystem(title, abstract)
  const { does, result } = chooseSentences(abstract, system)
  const said = does ? abstract.slice(does.start, does.end) : ''
  return {
    id: paperId(titleKey(raw.title)),
    title,
    abstract,
    rank,
    topics: findTopics(topicText({ title, abstract, does }), topics),
    kind: findKind({ title, abstract, does: said, system }).kind,
    ...findLinks(abstract),
    system,
    does,
    result,
  }
}
