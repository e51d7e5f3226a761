/** Saves what was to be saved before the code of the library was here. */
import * as v from 'valibot'
import { saveToList, type Named } from '../../library/lists.ts'
import { readRecord, versionOf } from '../../library/record.ts'
import { TO_READ } from '../../library/snapshot.ts'
import { countPapers } from '../../text/english.ts'
import type { Deed, Scene } from './deed.ts'

const Titled = v.object({ id: v.string(), title: v.string() })

export const WANTED_DEEDS = { saveWanted }

/** `words` are papers as JSON; what is none of ours is passed over. */
function saveWanted({ snapshot, now }: Scene, words: readonly string[]): Deed {
  const papers = words.flatMap(readPaper)
  const which = papers.length === 1 ? 'Saved' : `${countPapers(papers.length)} saved`
  return {
    change: saveToList(snapshot, papers, TO_READ, now),
    words: papers.length === 0 ? null : `${which} to To read`,
  }
}

function readPaper(word: string): readonly Named[] {
  try {
    const paper: unknown = JSON.parse(word)
    const titled = v.safeParse(Titled, paper)
    if (!titled.success) return []
    const { id } = titled.output
    const record = readRecord({ kind: 'paper', id, v: versionOf('paper'), changed: 0, data: paper })
    return [record?.kind === 'paper' && record.data ? record.data : titled.output]
  } catch {
    return [] // no JSON
  }
}
