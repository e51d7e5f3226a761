/** What the reader brings, read where the papers are: files into papers, and links to papers that are here. */
import topicRules from '../../data/topics.json'
import { pause } from '../base/pause.ts'
import { PAPER_ID, type Paper } from '../corpus/paper.ts'
import { enrich } from '../enrich/enrich.ts'
import { paperId, titleKey } from '../enrich/identity.ts'
import { createPresent, type Present } from '../enrich/present.ts'
import { samePapers, type SamePaper, type SourceRecord } from '../enrich/same-paper.ts'
import { readTopicRules } from '../enrich/topic-rules.ts'
import { compileTopics, type CompiledTopics } from '../enrich/topics.ts'
import type { Bring } from '../search/bringing.ts'
import type { BroughtFault, BroughtPaper, GivenFile, ReadAnswer } from '../search/brought.ts'
import { MOST_BROUGHT } from '../sources/bounds.ts'
import { rawOf } from '../sources/corpus-files.ts'
import type { RawPaper } from '../sources/raw-paper.ts'
import { readSource } from '../sources/read-source.ts'

/** A record of a file, by the file's number. */
interface Given extends SourceRecord {
  readonly file: number
}

/** Papers made before a search may come in between: some 15 ms. */
const SLICE = 30

/** Answers with what files hold, or with the papers of links. */
export const answerBringing: Bring = async (question, { papers, aliases, own }) => {
  const present = createPresent(papers, aliases)
  if (question.kind === 'find')
    return { kind: 'find', value: { papers: question.links.map((link) => present.paperOfLink(link)) } }
  const isOwn = ({ rank }: Paper): boolean => rank >= own
  return { kind: 'read', value: await readFiles(question.files, present, isOwn) }
}

type IsOwn = (paper: Paper) => boolean

async function readFiles(files: readonly GivenFile[], present: Present, isOwn: IsOwn): Promise<ReadAnswer> {
  const records: Given[] = []
  const faults: BroughtFault[] = []
  for (const [file, { bytes }] of files.entries()) {
    const read = await readSource(bytes)
    // A large file takes seconds; whether the worker lives is asked between two steps.
    await pause()
    if (!read.ok) faults.push({ file, ...read.error })
    else {
      for (const fault of read.value.faults) faults.push({ file, ...fault })
      for (const raw of read.value.papers) records.push({ raw, taken: '', file })
    }
  }
  const all = samePapers(records)
  const papers = await makePapers(all.slice(0, MOST_BROUGHT.papers), present, isOwn)
  return { papers, faults, unread: all.length - papers.length }
}

async function makePapers(
  all: readonly SamePaper<Given>[],
  present: Present,
  isOwn: IsOwn,
): Promise<readonly BroughtPaper[]> {
  const topics = ownTopics()
  const made: BroughtPaper[] = []
  const taken = new Set<string>()
  for (const [rank, { records, raw, id }] of all.entries()) {
    if (rank % SLICE === SLICE - 1) await pause()
    const paper = { ...enrich(raw, topics, rank), id: PAPER_ID.test(id) ? id : paperId(titleKey(raw.title)) }
    const here = present.samePaper(paper)
    const more = here && isOwn(here) ? joined(here, raw, topics) : null
    const named = here === null && (taken.has(paper.id) || present.has(paper.id)) ? renamed(paper) : paper
    taken.add(named.id)
    made.push({ paper: more ?? named, file: records[0].file, here: here?.id ?? null, isMore: more !== null })
  }
  return made
}

/** What a paper that is here and another record of it say together; null where that is no more than it says by itself. */
function joined(here: Paper, raw: RawPaper, topics: CompiledTopics): Paper | null {
  const [both, other] = samePapers([rawOf(here), raw].map((one) => ({ raw: one, taken: '' })))
  if (!both || other) return null
  const paper = { ...enrich(both.raw, topics, here.rank), id: here.id }
  return saidOf(paper) === saidOf(here) ? null : paper
}

/** What one would bring a paper again for; of its addresses, that there is any. */
function saidOf({ abstract, authors, listed, published, votes, arxiv, doi, ...links }: Paper): string {
  const { page, projectLink, codeLinks } = links
  const leads = page !== undefined || projectLink !== null || codeLinks.length > 0
  return JSON.stringify([abstract, authors, listed, published, votes, arxiv, doi, leads])
}

/** Tells two papers of one title apart, from the abstract or the number: whoever brings it again gets the same id. */
function renamed(paper: Paper): Paper {
  return { ...paper, id: `${paper.id}-${paperId(`${paper.arxiv ?? ''} ${paper.abstract}`).slice(0, 4)}` }
}

let compiled: CompiledTopics | null = null

/** The rules that the compiler has, so that a paper has the same topics whoever brings it. */
function ownTopics(): CompiledTopics {
  if (compiled) return compiled
  const rules = readTopicRules(topicRules)
  if (!rules.ok) throw new Error(`data/topics.json: ${rules.error}`)
  return (compiled = compileTopics(rules.value))
}
