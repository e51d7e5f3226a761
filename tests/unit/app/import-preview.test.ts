import { describe, expect, it } from 'vitest'
import { previewOf, total } from '../../../src/app/import-preview.ts'
import { planMerge, planReplace, type How } from '../../../src/library/merge.ts'
import { keyOf, type Envelope } from '../../../src/library/record.ts'
import { samplePaper } from '../../support/library.ts'

const note = (id: string, text: string, changed: number): Envelope =>
  put('note', id, { text, title: `Paper ${id}` }, changed)
const entry = (list: string, id: string): Envelope =>
  put('entry', `${list}:${id}`, { added: 1, title: `Paper ${id}` }, 1)
function put(kind: string, id: string, data: unknown, changed: number): Envelope {
  return { kind, id, v: 1, changed, data }
}

function preview(how: How, present: readonly Envelope[], incoming: readonly Envelope[]) {
  const known = new Map(present.map((one) => [keyOf(one), one]))
  return previewOf(how === 'merge' ? planMerge(known, incoming) : planReplace(known, incoming, 100))
}

const counts = { new: 0, changed: 0, removed: 0, older: 0, same: 0 }

describe('the preview of an import', () => {
  it('counts by kind, in the order of the reader’s interest, without the copies of papers', () => {
    const { rows, idle } = preview('merge', [], [note('a', 'x', 1), entry('to-read', 'a'), put('paper', 'a', {}, 1)])
    expect(rows).toEqual([
      { label: 'Papers in lists', counts: { ...counts, new: 1 } },
      { label: 'Notes', counts: { ...counts, new: 1 } },
    ])
    expect(idle).toBe(false)
  })
  it('names what differs, as it is called here', () => {
    expect(preview('merge', [note('a', 'x', 1)], [note('a', 'y', 2)]).changes).toEqual([
      { effect: 'changed', what: 'Notes: Paper a' },
    ])
  })
  it('names a paper that leaves two lists once', () => {
    const { changes, rows } = preview('replace', [entry('to-read', 'a'), entry('speech', 'a')], [])
    expect(changes).toEqual([{ effect: 'removed', what: 'Papers in lists: Paper a' }])
    expect(rows[0]?.counts.removed).toBe(2)
  })
  it('names twelve and counts the rest', () => {
    const present = Array.from({ length: 15 }, (_, n) => note(`p${String(n)}`, 'x', 1))
    const { changes, more } = preview('replace', present, [])
    expect([changes.length, more]).toEqual([12, 3])
  })
  it('is idle where all is known or older', () => {
    const result = preview('merge', [note('a', 'y', 2), note('b', 'z', 1)], [note('a', 'x', 1), note('b', 'z', 9)])
    expect([total(result, 'older'), total(result, 'new')]).toEqual([1, 0])
    expect(preview('merge', [note('a', 'y', 2)], [note('a', 'y', 2)]).idle).toBe(true)
  })
  it('names papers that were brought by their titles, and links that wait by what is known of them', () => {
    const paper = samplePaper(1)
    const present = [
      put('mine', paper.id, { at: 1, paper }, 1),
      put('waiting', 'a', { at: 1, url: 'https://a.org/1', title: '' }, 1),
      put('waiting', 'b', { at: 1, url: 'https://a.org/2', title: 'Two' }, 1),
    ]
    expect(preview('replace', present, []).changes.map(({ what }) => what)).toEqual([
      'Papers you brought: Paper 1',
      'Links kept for later: https://a.org/1',
      'Links kept for later: Two',
    ])
  })
  it('has a row for what only a newer version can show', () => {
    expect(preview('merge', [], [put('tag', 'a', { any: 1 }, 1)]).rows[0]?.label).toBe('From a newer version')
  })
})
