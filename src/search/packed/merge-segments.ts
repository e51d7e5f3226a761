/** Several segments as one, without the papers that are gone. */
import { Column } from './column.ts'
import { createDictionary } from '../../text/dictionary.ts'
import { eachPosting, pushPosting } from './posting-lists.ts'
import { sealSegment, type Segment } from './segment.ts'

/** Segments in the order of their rows. */
export function mergeSegments(segments: readonly Segment[], isGone: (row: number) => boolean): Segment {
  const firstRow = segments[0]?.firstRow ?? 0
  const bytes = new Column(Uint8Array)
  const ends = new Column(Uint32Array)
  const papers = new Column(Uint32Array)
  const words: string[] = []
  const lists = segments.map((segment) => ({ segment, words: wordsOf(segment), place: 0 }))
  for (const word of new Set(lists.flatMap((list) => list.words).sort())) {
    let before = firstRow
    let count = 0
    for (const list of lists) {
      if (list.words[list.place] !== word) continue
      eachPosting(list.segment, list.place++, (row, title, abstract) => {
        if (isGone(row)) return
        pushPosting(bytes, row - before, title, abstract)
        before = row
        count += 1
      })
    }
    if (count === 0) continue
    words.push(word)
    papers.push(count)
    ends.push(bytes.length)
  }
  return sealSegment({
    dictionary: createDictionary(words),
    firstRow,
    bytes: bytes.packed(),
    ends: ends.packed(),
    papers: papers.packed(),
  })
}

function wordsOf({ dictionary }: Segment): readonly string[] {
  return Array.from({ length: dictionary.size }, (_, place) => dictionary.at(place))
}
