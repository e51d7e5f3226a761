/** Makes a paper of what a source says: the one place where the rules of this folder meet. */
import { known } from '../base/known.ts'
import type { Paper, Stated } from '../corpus/paper.ts'
import type { RawPaper } from '../sources/raw-paper.ts'
import { cleanText } from './clean-text.ts'
import { findLinks } from './links.ts'
import { findKind } from './kind.ts'
import { chooseSentences } from './entry-sentences.ts'
import { findSystem } from './system-name.ts'
import { findTopics, topicText, type CompiledTopics } from './topics.ts'
import { paperId, titleKey } from './identity.ts'

/** The paper of a raw paper, which is not in TeX, at `rank` in the corpus. */
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
    ...withStated(raw, findLinks(abstract)),
    system,
    does,
    result,
    ...statedOf(raw),
  }
}

type Links = Pick<Paper, 'code' | 'codeLinks' | 'projectLink'>

/** The links that the source states apart go before those that its abstract names. */
function withStated({ code = [], project }: RawPaper, found: Links): Links {
  if (code.length === 0 && project === undefined) return found
  const codeLinks = [...new Set([...code, ...found.codeLinks])]
  return { codeLinks, code: codeLinks.length > 0 ? 'link' : found.code, projectLink: project ?? found.projectLink }
}

function statedOf({ authors, listed, published, votes, arxiv, doi, page }: RawPaper): Stated {
  const names = authors?.map(cleanText).filter((name) => name !== '') ?? []
  return known({ authors: names.length > 0 ? names : undefined, listed, published, votes, arxiv, doi, page })
}
