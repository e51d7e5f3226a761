/** What the self-test says: a sentence with its count for each finding, a next step for each fault, and one text of all. */
import { describe, expect, it } from 'vitest'
import {
  SILENT,
  wordAll,
  wordFailure,
  wordReport,
  WORDS,
  type Found,
  type Verdict,
} from '../../../src/app/self-test-words.ts'
import { withRequests } from '../../../src/base/request-log.ts'
import { err, ok } from '../../../src/base/result.ts'

const found = (checked: number, of: number, ...faults: readonly string[]) => ({ checked, of, faults })
const HERE = 'https://host.example/x/assets/'
const TIME = 'that there was time for'

type Row<Part extends keyof Found> = readonly [found: Found[Part], ok: boolean, what: string]

function holds(verdict: Verdict, isOk: boolean, what: string): void {
  expect([verdict.ok, verdict.what]).toEqual([isOk, what])
  if (!isOk) expect(verdict.next).toMatch(/^[A-Z].*\.$/)
}

describe('the app', () => {
  it.each<Row<'app'>>([
    [found(83, 83), true, 'Each of 83 files of the app is what its checksum says.'],
    [found(0, 83), false, 'There was no time for any of 83 files of the app.'],
    [found(83, 83, `${HERE}a.js`), false, '1 of 83 files of the app is damaged or missing: a.js.'],
    [
      found(83, 83, 'https://host.example/x/index.html', ...['b', 'c', 'd', 'e'].map((name) => `${HERE}${name}.js`)),
      false,
      '5 of 83 files of the app are damaged or missing: index.html, b.js, c.js and 2 more.',
    ],
    ['storing', false, 'The app is not all on this device yet.'],
    ['failed', false, 'The app could not be kept on this device.'],
    ['missing', false, 'This browser keeps no app from here.'],
  ])('%j', (one, isOk, what) => holds(WORDS.app(one), isOk, what))
})

describe('papers', () => {
  it.each<Row<'papers'>>([
    [ok(found(5, 5)), true, 'Each of 5 files of papers is what its checksum says.'],
    [
      ok({ ...found(3, 3), away: 2 }),
      true,
      'Each of 3 files of papers is what its checksum says. 2 more, for similar papers and search by meaning, are not here.',
    ],
    [
      ok({ ...found(3, 3, 'state-1.json'), away: 1 }),
      false,
      '1 of 3 files of papers is damaged or missing: state-1.json. One more, for similar papers and search by meaning, is not here.',
    ],
    [ok(found(1200, 1500)), true, `Each of 1,200 files of papers ${TIME}, of 1,500, is what its checksum says.`],
    [ok(found(1, 1)), true, 'The one file of papers is what its checksum says.'],
    [ok(found(0, 0)), false, 'No papers are kept on this device.'],
    [ok(found(0, 5)), false, 'There was no time for any of 5 files of papers.'],
    [err({ kind: 'failed', detail: 'no code' }), false, 'A part of Offprint failed. (no code)'],
    [err({ kind: 'no-room' }), false, 'The browser keeps no more papers on this device.'],
  ])('%j', (one, isOk, what) => holds(WORDS.papers(one), isOk, what))
})

describe('search', () => {
  it.each<Row<'search'>>([
    [ok(found(198, 198)), true, 'Each of 198 papers comes first for its exact title.'],
    [
      ok(found(60, 100_000)),
      true,
      `Each of 60 papers ${TIME}, drawn evenly from 100,000, comes first for its exact title.`,
    ],
    [ok(found(1, 1)), true, 'The one paper comes first for its exact title.'],
    [ok(found(198, 198, 'A, B')), false, '1 of 198 papers is not first for the exact title: “A, B”.'],
    [
      ok(found(60, 198, 'A', 'B', 'C', 'D')),
      false,
      '4 of 60 papers are not first for the exact title: “A”, “B”, “C” and 1 more.',
    ],
    [ok(found(0, 198)), false, 'There was no time for any of 198 papers.'],
    [err({ kind: 'failed', detail: 'lost' }), false, 'A part of Offprint failed. (lost)'],
  ])('%j', (one, isOk, what) => holds(WORDS.search(one), isOk, what))
})

describe('the library', () => {
  const back = 'One record was written, read back and removed'
  const kept = { disk: ok(true), records: 3 }
  it.each<Row<'library'>>([
    [{ ...kept, copies: found(1, 1) }, true, `${back}. The second copy can be read.`],
    [{ ...kept, copies: found(2, 2) }, true, `${back}. Each of 2 second copies can be read.`],
    [{ ...kept, records: 0, copies: found(0, 0) }, true, `${back}. Nothing is kept yet that could be copied.`],
    [{ ...kept, copies: null }, true, `${back}. This browser has no place for a second copy.`],
    [{ ...kept, copies: found(0, 0) }, false, 'There is no second copy of what is kept.'],
    [{ ...kept, copies: found(2, 2, 'a') }, false, '1 of 2 second copies is damaged.'],
    [{ ...kept, disk: ok(false), copies: null }, false, 'A record did not come back as it was written.'],
    [{ ...kept, disk: err({ kind: 'silent' }), copies: null }, false, 'The browser’s database does not answer.'],
  ])('%j', (one, isOk, what) => holds(WORDS.library(one), isOk, what))
  it('without a place for a copy has a next step all the same', () => {
    expect(WORDS.library({ ...kept, copies: null }).next).toBe('Export the library now and then.')
  })
})

describe('storage', () => {
  it.each<[found: Found['storage'], hasNext: boolean]>([
    ['kept', false],
    ['may-be-cleared', true],
    ['unknown', true],
  ])('that is %s is no failure', (one, hasNext) => {
    expect([WORDS.storage(one).ok, WORDS.storage(one).next !== null]).toEqual([true, hasNext])
  })
})

describe('the network', () => {
  const log = withRequests(null, [])
  const asked = withRequests(null, [{ method: 'GET', address: `${HERE}a.js`, at: 1 }])
  const home = 'host.example'
  it.each<Row<'network'>>([
    [
      { log, home, lacking: [] },
      true,
      'Offprint works without it: app, papers and search are here. Nothing was asked of it meanwhile.',
    ],
    [
      { log: asked, home, lacking: [] },
      true,
      'Offprint works without it: app, papers and search are here. Asked of it meanwhile: 1 request, all to host.example: no other host.',
    ],
    [
      { log, home, lacking: ['app', 'search'] },
      false,
      'Without it, not all would be here: app, search. Nothing was asked of it meanwhile.',
    ],
  ])('%#', (one, isOk, what) => holds(WORDS.network(one), isOk, what))
})

describe('all of it', () => {
  const passed = { part: 'app', verdict: { ok: true, what: 'All here.', next: null } } as const
  const noted = { part: 'storage', verdict: { ok: true, what: 'Not promised.', next: 'Install it.' } } as const
  const failed = { part: 'papers', verdict: wordFailure({ kind: 'failed', detail: 'lost' }) } as const
  it.each([
    [[passed, noted], 840, 'All is well: 2 of 2 passed, in 0.8 s.'],
    [[passed, failed], 3000, '1 of 2 failed, in 3.0 s: Papers.'],
    [[failed, { ...passed, verdict: SILENT }, noted], 3049, '2 of 3 failed, in 3.0 s: Papers, App.'],
  ])('%#', (rows, milliseconds, words) => {
    expect(wordAll(rows, milliseconds)).toBe(words)
  })
  it('is one text, a line for each check', () => {
    expect(wordReport(['Offprint 1', 'Papers: g'], [passed, failed, noted], '1 of 3 failed.')).toBe(
      [
        'Offprint 1',
        'Papers: g',
        '✓ App: All here.',
        '✗ Papers: A part of Offprint failed. (lost) Try again; if it stays so, reload this page. What is kept on this device stays.',
        '✓ Storage: Not promised. Install it.',
        '1 of 3 failed.',
        '',
      ].join('\n'),
    )
  })
})
