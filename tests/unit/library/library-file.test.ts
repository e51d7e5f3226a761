import { IDBFactory } from 'fake-indexeddb'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Library } from '../../../src/library/library.ts'
import { readLibraryFile, writeLibraryFile } from '../../../src/library/library-file.ts'
import { createList, removeFromList, saveToList } from '../../../src/library/lists.ts'
import { mergeInto, previewMerge } from '../../../src/library/merge.ts'
import { bringPapers, waitFor } from '../../../src/library/mine.ts'
import { writeNote } from '../../../src/library/notes.ts'
import { markDone, markNotForMe, markOpened } from '../../../src/library/reading.ts'
import type { Envelope } from '../../../src/library/record.ts'
import { saveSearch } from '../../../src/library/searches.ts'
import { TO_READ } from '../../../src/library/snapshot.ts'
import { openSample, samplePaper } from '../../support/library.ts'

/** One of everything, and something deleted. */
async function fullLibrary(factory = new IDBFactory()): Promise<Library> {
  const library = await openSample({ factory })
  const papers = Array.from({ length: 20 }, (_, n) => samplePaper(n))
  await library.write(createList(library.snapshot, 'a', 'Größe “Σ”, ‮bidi and 漢字'))
  await library.write(saveToList(library.snapshot, papers, TO_READ, 1))
  await library.write(saveToList(library.snapshot, papers.slice(5, 9), 'a', 2))
  await library.write(writeNote(samplePaper(3), 'line 1\nline 2 "quoted" \u2028 </script>'))
  await library.write([
    ...markDone(papers.slice(0, 3), 3),
    ...markOpened(papers, 4),
    ...markNotForMe([samplePaper(99)], 5),
  ])
  await library.write(saveSearch(library.snapshot, 's', 'Voice', { query: 'tts OR "speech synthesis"', sort: 'title' }))
  await library.write(saveSearch(library.snapshot, 't', 'Without an order', { query: 'tts' }))
  await library.write(bringPapers([samplePaper(40)], 6))
  await library.write(waitFor(library.snapshot, [{ id: 'doi-x', url: 'https://doi.org/10.1/x', title: '' }], 7))
  const gone = library.snapshot.papers.get('p7') ?? expect.fail()
  await library.write(removeFromList([gone], TO_READ))
  return library
}

async function exported(library: Library): Promise<string> {
  const records = await library.records()
  return writeLibraryFile(records.ok ? records.value : [], 1_790_000_000_000)
}

async function importInto(library: Library, text: string, how: 'merge' | 'replace' = 'merge') {
  const file = await readLibraryFile(text)
  if (!file.ok) return file
  return mergeInto(library, file.value.records, how)
}

describe('the library file', () => {
  it('says what it is', async () => {
    const file: unknown = JSON.parse(await exported(await fullLibrary()))
    expect(file).toMatchObject({ kind: 'offprint-library', version: 1, exported: '2026-09-21T14:13:20.000Z' })
  })

  it('brings everything back after everything was deleted, and a second time changes nothing', async () => {
    const library = await fullLibrary()
    const [before, text] = [library.snapshot, await exported(library)]
    await library.forgetAll()
    expect([library.snapshot.papers.size, await exported(library)]).toEqual([
      0,
      writeLibraryFile([], 1_790_000_000_000),
    ])
    await importInto(library, text)
    expect(library.snapshot).toEqual(before)
    expect(await exported(library)).toBe(text)
    expect(await importInto(library, text)).toMatchObject({ ok: true, value: { puts: [] } })
  })

  it('makes a fresh library the same', async () => {
    const library = await fullLibrary()
    const fresh = await openSample()
    await importInto(fresh, await exported(library))
    expect(fresh.snapshot).toEqual(library.snapshot)
  })

  it('replaces on request', async () => {
    const text = await exported(await fullLibrary())
    const other = await openSample()
    await other.write(saveToList(other.snapshot, [samplePaper(500)], TO_READ, 1))
    await importInto(other, text, 'replace')
    expect(other.snapshot).toEqual((await fullLibrary()).snapshot)
  })

  it.each(['merge', 'replace'] as const)('says beforehand what a %s would do, and then does just that', async (how) => {
    const mine = await fullLibrary()
    await mine.write(writeNote(samplePaper(3), 'another note'))
    await mine.write(saveToList(mine.snapshot, [samplePaper(300)], TO_READ, 1))
    const file = await readLibraryFile(await exported(await fullLibrary()))
    const records = file.ok ? file.value.records : []
    const before = await mine.records()
    const foreseen = await previewMerge(mine, records, how)
    expect(await mine.records(), 'a look changes nothing').toEqual(before)
    expect(await mergeInto(mine, records, how)).toEqual(foreseen)
    const effects = foreseen.ok ? foreseen.value.differences.map(({ effect }) => effect) : []
    const count = (wanted: string): number => effects.filter((effect) => effect === wanted).length
    expect([count('new'), count('changed'), count('removed'), count('older')]).toEqual(
      how === 'merge' ? [0, 0, 0, 1] : [0, 1, 2, 0],
    )
  })

  it('carries records of a later build through, untouched', async () => {
    const later: Envelope = { kind: 'note', id: 'p1', v: 7, changed: 5, data: { ink: ['stroke'] } }
    const unknown: Envelope = { kind: 'shelf-mark', id: 'x', v: 1, changed: 5, data: { anything: true } }
    const library = await openSample()
    await mergeInto(library, [later, unknown], 'merge')
    expect(library.snapshot.hidden).toBe(2)
    expect(await library.write(writeNote(samplePaper(1), 'over it'))).toEqual({
      ok: false,
      error: { kind: 'later-record' },
    })
    const file = await readLibraryFile(await exported(library))
    expect(file.ok && file.value.records).toEqual([later, unknown])
  })
})

const good = { kind: 'offprint-library', version: 1, exported: '2026-11-22T00:00:00Z', records: [] as unknown[] }
const withRecord = (record: unknown): string => JSON.stringify({ ...good, records: [record] })
const note = { kind: 'note', id: 'p1', v: 1, changed: 1, data: { text: 'x', title: 't' } }

describe('an import that is refused', () => {
  const REFUSED: readonly (readonly [string, () => string | Blob, string])[] = [
    ['nothing', () => '', 'not-json'],
    ['a cut file', () => withRecord(note).slice(0, -5), 'not-json'],
    ['bytes that are no UTF-8', () => new Blob([new Uint8Array([0x7b, 0xff, 0xfe])]), 'not-json'],
    ['21 MB', () => new Blob([new Uint8Array(21 * 2 ** 20)]), 'too-large'],
    ['another kind of file', () => '{"kind":"bookmarks","records":[]}', 'not-a-library'],
    ['a list', () => '[]', 'not-a-library'],
    ['null', () => 'null', 'not-a-library'],
    ['no records', () => JSON.stringify({ ...good, records: {} }), 'not-a-library'],
    ['a newer version', () => JSON.stringify({ ...good, version: 2 }), 'later-version'],
    ['a newer version of another shape', () => '{"kind":"offprint-library","version":3,"cells":7}', 'later-version'],
    ['a field named __proto__', () => withRecord(note).replace('"title"', '"__proto__"'), 'hostile'],
    ['the same, escaped', () => withRecord(note).replace('"title"', '"\\u005f_proto__"'), 'hostile'],
    [
      'a field named constructor',
      () => withRecord({ ...note, data: { text: 'x', title: 't', constructor: 1 } }),
      'hostile',
    ],
    ['a record named __proto__', () => withRecord({ ...note, id: '__proto__' }), 'damaged'],
    ['a million arrays in each other', () => '['.repeat(1_000_000) + ']'.repeat(1_000_000), 'hostile'],
    [
      'a million entries',
      () => `{"kind":"offprint-library","version":1,"exported":"","records":[${'0,'.repeat(999_999)}0]}`,
      'too-many-records',
    ],
    ['a record that is none', () => withRecord(7), 'damaged'],
    ['a record without data', () => withRecord({ ...note, data: undefined }), 'damaged'],
    ['data of another kind', () => withRecord({ ...note, kind: 'list' }), 'damaged'],
    [
      'a script for a link',
      () => withRecord({ ...note, kind: 'link', data: { url: 'javascript:alert(1)', title: '' } }),
      'damaged',
    ],
    [
      'a paper with a script for code',
      () => withRecord({ ...note, kind: 'paper', data: { ...samplePaper(1), codeLinks: ['data:text/html,x'] } }),
      'damaged',
    ],
    ['a time that is no number', () => withRecord({ ...note, changed: '1' }), 'damaged'],
    ['a time before all time', () => withRecord({ ...note, changed: -1 }), 'damaged'],
  ]
  it.each(REFUSED)('%s', async (_, source, reason) => {
    const started = performance.now()
    expect(await readLibraryFile(source())).toMatchObject({ ok: false, error: { kind: reason } })
    expect(Reflect.has({}, 'ink')).toBe(false)
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  it('names the record that is wrong', async () => {
    const text = JSON.stringify({ ...good, records: [note, note, { ...note, v: 0 }] })
    expect(await readLibraryFile(text)).toEqual({ ok: false, error: { kind: 'damaged', record: 3 } })
  })
})

describe('a file altered anywhere', () => {
  it('is either refused, or all of it is sound: what is then exported can be imported', async () => {
    const text = await exported(await fullLibrary())
    const change = fc.tuple(
      fc.nat(text.length),
      fc.nat(40),
      fc.oneof(fc.string({ maxLength: 8 }), fc.json({ maxDepth: 2 })),
    )
    let taken = 0
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const altered = changes.reduce((t, [at, cut, put]) => t.slice(0, at) + put + t.slice(at + cut), text)
        const file = await readLibraryFile(altered)
        if (!file.ok) return
        taken++
        const again = await readLibraryFile(writeLibraryFile(file.value.records, 0))
        expect(again.ok && again.value.records).toEqual(file.value.records)
      }),
      { numRuns: 3_000, seed: 3 },
    )
    expect(taken, 'some alterations are harmless').toBeGreaterThan(0)
  }, 60_000)
})
