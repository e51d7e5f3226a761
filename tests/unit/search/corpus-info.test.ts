/** Whether the papers of a corpus come day by day, told from what it says of its sources. */
import { describe, expect, it } from 'vitest'
import { pageOf } from '../../../src/search/corpus-info.ts'
import { corpus } from '../../support/session.ts'

const source = (day: number, daily: boolean, papers = 1) => ({
  name: 'A source',
  taken: `2026-11-${String(day)}`,
  papers,
  dated: daily,
  ranked: false,
  ...(daily && { daily: true as const }),
})

describe('a corpus comes day by day', () => {
  it.each([
    ['where its newest source does', [source(20, false), source(22, true)], true],
    ['not where an older one does', [source(20, true), source(22, false)], false],
    ['where one of two of the newest day does', [source(22, false), source(22, true)], true],
    ['not where the newest brought no papers of its own', [source(20, false), source(22, true, 0)], false],
    ['not without sources', [], false],
  ])('%s', (_, sources, dated) => {
    const { manifest, ...rest } = corpus('one', ['Alpha'])
    expect(pageOf({ ...rest, manifest: { ...manifest, sources } }, null).dated).toBe(dated)
  })
})
