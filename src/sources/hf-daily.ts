/** Reads what `huggingface.co/api/daily_papers` answers: a list in JSON, whose fields may be absent, null, or in two places. */
import * as v from 'valibot'
import { known } from '../base/known.ts'
import type { Result } from '../base/result.ts'
import { arxivIn } from '../corpus/identifiers.ts'
import { readJsonRecords } from './json-records.ts'
import type { RawPaper, Reading, SourceFault } from './raw-paper.ts'
import { addressIn, dayIn, votesIn } from './stated.ts'

/** What is of another kind than it should be counts as absent. */
const Text = v.fallback(v.optional(v.string()), undefined)
const Author = v.object({ name: Text, hidden: v.fallback(v.optional(v.boolean()), false) })

const Fields = v.object({
  id: Text,
  title: Text,
  summary: Text,
  authors: v.fallback(v.optional(v.array(v.fallback(Author, { name: undefined, hidden: false }))), undefined),
  submittedOnDailyAt: Text,
  publishedAt: Text,
  upvotes: v.optional(v.unknown()),
  projectPage: Text,
  githubRepo: Text,
})
type Fields = Partial<v.InferOutput<typeof Fields>>

/** `owner/name`, as some answers have it instead of an address. */
const REPOSITORY = /^[\w.-]+\/[\w.-]+$/

/** Papers in the order of the list; an empty one is a quiet day. */
export function readHfDaily(text: string): Result<Reading, SourceFault> {
  return readJsonRecords(text, readRecord)
}

function readRecord(value: unknown): Omit<RawPaper, 'line' | 'record'> | null {
  const top = v.safeParse(Fields, value)
  if (!top.success) return null
  const inside = v.safeParse(v.object({ paper: Fields }), value)
  const fields = merged(inside.success ? inside.output.paper : {}, top.output)
  return {
    title: fields.title ?? '',
    abstract: fields.summary ?? '',
    ...known({
      authors: authorsOf(fields),
      listed: dayIn(fields.submittedOnDailyAt),
      published: dayIn(fields.publishedAt),
      votes: votesIn(fields.upvotes),
      arxiv: arxivIn(fields.id ?? '') ?? undefined,
      project: addressIn(fields.projectPage),
      code: repositoryOf(fields),
    }),
  }
}

/** What stands in `paper` goes before what stands beside it. */
function merged(inside: Fields, beside: Fields): Fields {
  return { ...beside, ...known(inside) }
}

function authorsOf({ authors = [] }: Fields): readonly string[] | undefined {
  const names = authors.flatMap(({ name, hidden }) => (name === undefined || hidden ? [] : [name]))
  return names.length > 0 ? names : undefined
}

function repositoryOf({ githubRepo = '' }: Fields): readonly string[] | undefined {
  const stated = githubRepo.trim()
  const read = addressIn(REPOSITORY.test(stated) ? `https://github.com/${stated}` : stated)
  return read === undefined ? undefined : [read]
}
