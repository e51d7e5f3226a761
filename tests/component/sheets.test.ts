/** The one sheet over the page, and how long it stays. */
import { describe, expect, it } from 'vitest'
import { Sheets } from '../../src/app/state/sheets.svelte.ts'

describe('a sheet', () => {
  it.each<[string, readonly string[], boolean]>([
    ['that was asked for before its code came is shown', ['a'], true],
    ['stays while the page does', ['a', 'a'], true],
    ['closes with its page', ['a', 'b'], false],
  ])('%s', (_, pages, stays) => {
    const sheets = new Sheets()
    sheets.show({ kind: 'new-list' })
    for (const page of pages) sheets.keepTo(page)
    expect(sheets.shown !== null).toBe(stays)
  })
})
