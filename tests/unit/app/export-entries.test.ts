import { describe, expect, it } from 'vitest'
import { exportEntries, withoutNotes } from '../../../src/app/export-entries.ts'
import { countLibrary } from '../../../src/app/library-count.ts'
import { writeCsv } from '../../../src/formats/csv.ts'
import { wholeText } from '../../../src/formats/export-entry.ts'
import type { Envelope } from '../../../src/library/record.ts'
import { EMPTY, SnapshotBuilder } from '../../../src/library/snapshot.ts'
import { samplePaper } from '../../support/library.ts'

function snapshot(...records: readonly (readonly [kind: string, id: string, data: unknown])[]) {
  const envelopes = records.map(([kind, id, data]): Envelope => ({ kind, id, v: 1, changed: 1, data }))
  return new SnapshotBuilder().take(envelopes)
}

const full = snapshot(
  ['list', 'speech', { name: 'Speech', order: 1 }],
  ['entry', 'speech:p1', { added: 1, title: 'Paper 1' }],
  ['paper', 'p1', samplePaper(1)],
  ['note', 'p1', { text: 'mine', title: 'Paper 1' }],
  ['link', 'p1', { url: 'https://arxiv.org/abs/2605.13301', title: 'Paper 1' }],
  ['entry', 'speech:p2', { added: 1, title: 'Paper 2' }],
  ['entry', 'to-read:p3', { added: 1, title: 'Only a title' }],
)
const kept = [...full.papers.values()]
const find = (id: string) => Promise.resolve(id === 'p2' ? samplePaper(2) : null)

describe('papers on their way out', () => {
  it('are whole with note, link and lists; a copy that is missing is looked up; a title stays a title', async () => {
    const [one, two, three] = await exportEntries(kept, full.lists, find)
    expect(one).toEqual({
      paper: samplePaper(1),
      lists: ['Speech'],
      note: 'mine',
      link: 'https://arxiv.org/abs/2605.13301',
    })
    expect(two?.paper).toEqual(samplePaper(2))
    expect(three?.paper).toMatchObject({ id: 'p3', title: 'Only a title', abstract: '', kind: null, code: null })
  })
  it('claim nothing of a title that is not known', async () => {
    const entries = (await exportEntries(kept, full.lists, find)).slice(2)
    const [, row] = wholeText(writeCsv, entries, { title: 'x', date: '2026-11-22' }).split('\r\n')
    expect(row).toBe('"Only a title","","To read","","","","","","","","","","p3"')
  })
  it('leave notes and lists behind where the reader wants that', async () => {
    const entries = withoutNotes(await exportEntries(kept, full.lists, find))
    expect(JSON.stringify(entries)).not.toMatch(/mine|Speech/)
    expect(entries[0]?.link).toBe('https://arxiv.org/abs/2605.13301')
  })
})

describe('how much is in a library', () => {
  it.each([
    ['', EMPTY],
    ['3 papers in 2 lists, 1 note', full],
    ['marks on 1 paper', snapshot(['done', 'p1', { at: 1, title: 'Paper 1' }])],
    [
      '1 paper of your own, 1 link kept for later',
      snapshot(
        ['mine', 'p1', { at: 1, paper: samplePaper(1) }],
        ['waiting', 'w', { at: 1, url: 'https://a.org', title: '' }],
      ),
    ],
    ['1 search', snapshot(['search', 's', { name: 'S', query: 'tts', order: 1 }])],
    ['1 choice in Settings', snapshot(['setting', 'n', 12])],
  ])('%j', (words, of) => expect(countLibrary(of)).toBe(words))
})
