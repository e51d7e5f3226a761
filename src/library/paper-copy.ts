/** The form of the copy of a paper that the library keeps, whatever later becomes of the corpus. */
import * as v from 'valibot'
import { CODE_STATES, KINDS, PAPER_ID, type Paper } from '../corpus/paper.ts'

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const Span = v.pipe(
  v.object({ start: Count, end: Count }),
  v.check((span) => span.start < span.end, 'a span ends before it starts'),
)
const WebLink = v.pipe(v.string(), v.maxLength(2_000), v.regex(/^https?:\/\/[^\s]+$/))

/** A field that `Paper` gains must be optional here: copies made before it stay readable. */
export const PaperCopy: v.GenericSchema<unknown, Paper> = v.object({
  id: v.pipe(v.string(), v.regex(PAPER_ID)),
  title: v.pipe(v.string(), v.maxLength(2_000)),
  abstract: v.pipe(v.string(), v.maxLength(20_000)),
  rank: Count,
  topics: v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(16)),
  kind: v.picklist(KINDS),
  code: v.picklist(CODE_STATES),
  codeLinks: v.pipe(v.array(WebLink), v.maxLength(64)),
  projectLink: v.nullable(WebLink),
  system: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  does: v.nullable(Span),
  result: v.nullable(Span),
  authors: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(5_000))),
  listed: v.exactOptional(v.pipe(v.string(), v.isoDate())),
  published: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{4}(?:-\d\d){0,2}$/))),
  votes: v.exactOptional(Count),
  arxiv: v.exactOptional(v.pipe(v.string(), v.maxLength(40), v.regex(/^[\w.-]+(?:\/\d+)?$/))),
  doi: v.exactOptional(v.pipe(v.string(), v.maxLength(2_000), v.regex(/^10\.[^\s"<>]+$/))),
  page: v.exactOptional(WebLink),
})
