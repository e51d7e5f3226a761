/** Notes as they are typed, kept at once in a place that a killed tab cannot lose, until the library has them. */
import * as v from 'valibot'

const Draft = v.object({
  text: v.string(),
  /** The note it was typed over. */
  over: v.string(),
})
export type Draft = Readonly<v.InferOutput<typeof Draft>>

const prefix = (): string => `offprint ${new URL('./', document.baseURI).pathname} note `
const nameOf = (paper: string): string => prefix() + paper

export function keepDraft(paper: string, draft: Draft): void {
  try {
    localStorage.setItem(nameOf(paper), JSON.stringify(draft))
  } catch {
    // Full, or forbidden here: the library itself is written to within the second.
  }
}

export function dropDraft(paper: string): void {
  try {
    localStorage.removeItem(nameOf(paper))
  } catch {
    // Forbidden here: there was none.
  }
}

/** Deletes the drafts of all notes. */
export function forgetNoteDrafts(): void {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(prefix())) localStorage.removeItem(name)
  } catch {
    // Forbidden here: there were none.
  }
}

/** Null where none was left behind. */
export function readDraft(paper: string): Draft | null {
  try {
    const read = v.safeParse(Draft, JSON.parse(localStorage.getItem(nameOf(paper)) ?? 'null'))
    return read.success ? read.output : null
  } catch {
    return null
  }
}

/** The text to go on with: the draft, or both where the note was changed elsewhere since. */
export function resume(draft: Draft | null, note: string): string {
  if (!draft || draft.text === note) return note
  return draft.over === note || note === '' ? draft.text : `${note}\n\n${draft.text}`
}
