/** Notes as they are typed, kept at once in a place that a killed tab cannot lose, until the library has them. */
import * as v from 'valibot'
import { findWord, forgetWord, forgetWords, leaveWord } from './left-words.ts'

const Draft = v.object({
  text: v.string(),
  /** The note it was typed over. */
  over: v.string(),
})
export type Draft = Readonly<v.InferOutput<typeof Draft>>

const PREFIX = 'note '

/** Where it finds no room, the library itself is written to within the second. */
export function keepDraft(paper: string, draft: Draft): void {
  leaveWord(PREFIX + paper, JSON.stringify(draft))
}

export function dropDraft(paper: string): void {
  forgetWord(PREFIX + paper)
}

/** Deletes the drafts of all notes. */
export function forgetNoteDrafts(): void {
  forgetWords(PREFIX)
}

/** Null where none was left behind. */
export function readDraft(paper: string): Draft | null {
  try {
    const read = v.safeParse(Draft, JSON.parse(findWord(PREFIX + paper) ?? 'null'))
    return read.success ? read.output : null
  } catch {
    return null // no JSON, so none of ours
  }
}

/** The text to go on with: the draft, or both where the note was changed elsewhere since. */
export function resume(draft: Draft | null, note: string): string {
  if (!draft || draft.text === note) return note
  return draft.over === note || note === '' ? draft.text : `${note}\n\n${draft.text}`
}
