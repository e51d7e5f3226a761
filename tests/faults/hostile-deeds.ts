/** Places of the app that a reader comes to by a tap: sheets, notices, the bar that reads aloud, choices of Browse, paper. */
import { DESKTOP, PHONE } from '../support/browser.ts'
import { payload } from '../support/hostile-corpus.ts'
import { daysAgo } from '../support/hostile-library.ts'
import type { Spot } from '../support/hostile-page.ts'
import type { Sight } from '../support/hostile-sight.ts'
import { PAYLOADS } from '../support/hostile-texts.ts'
import { closeSheet } from '../support/library-moves.ts'
import { button, said, searchBox, sheet } from '../support/on-page.ts'
import { endPiece } from '../support/scripted-voice.ts'
import { PARTS } from './hostile-places.ts'

/** Places that something done leads to. */
export interface Deed {
  readonly spots: readonly Spot[]
  /** `turn` says which part of many things alike a trial takes. */
  readonly done: (sight: Sight, spots: readonly Spot[], turn: number) => Promise<void>
}

/** Rows of lists: each is written to the disk twice. A notice goes by itself, so one may be missed. */
const DELETED = [2, 77, 150, 253]
const EDITION = `#/digest/${daysAgo(1)}`

export const DEEDS: readonly Deed[] = [
  {
    spots: [
      { place: 'sheet of a list: name', at: 'dialog h2', few: 36 },
      { place: 'sheet of a list: field', at: 'dialog input', of: 'value', few: 36 },
    ],
    done: async (sight, spots, turn) => {
      await sight.go('#/saved')
      await sight.sheets(spots, `ul[aria-label=Lists] li:nth-child(${PARTS}n + ${turn % PARTS}) button`)
    },
  },
  {
    spots: [
      { place: 'sheet of a search: name', at: 'dialog h2', few: 12 },
      { place: 'sheet of a search: field', at: 'dialog input', of: 'value', few: 12 },
    ],
    done: async (sight, spots) => {
      await sight.go('#/saved')
      await sight.sheets(spots, 'ul[aria-label="Saved searches"] li:nth-child(21n) button')
    },
  },
  {
    spots: [{ place: 'sheet of a paper: title', at: 'dialog h2', few: 12 }],
    done: async (sight, spots) => {
      await sight.go(EDITION)
      await sight.sheets(spots, 'main article button[aria-label=More]')
    },
  },
  {
    spots: [
      { place: 'sheet of a paper: lists', at: 'dialog .tick' },
      { place: 'sheet of a paper: citation', at: 'dialog textarea', of: 'value', few: 1 },
    ],
    done: async (sight, spots) => {
      await sight.go('#/paper/h7')
      await button(sight.page, 'More').click()
      await button(sheet(sight.page), 'Cite').click()
      for (const format of ['BibTeX', 'RIS', 'CSL-JSON']) {
        await button(sheet(sight.page), format).click()
        await sheet(sight.page).getByRole('textbox', { name: format }).waitFor()
        await sight.look(spots)
      }
      await closeSheet(sight.page)
    },
  },
  {
    spots: [{ place: 'paper: similar papers', at: '[aria-labelledby=similar] li', few: 20 }],
    done: async (sight, spots, turn) => {
      // They come after the paper is shown.
      for (const n of [1, 2, 3, 4, 5]) {
        await sight.go(`#/paper/h${n * 40 + (turn % PARTS)}`)
        await sight.page.locator('[aria-labelledby=similar] li').first().waitFor()
        await sight.look(spots)
      }
    },
  },
  {
    spots: [{ place: 'Listen: sentence', at: '.player .sentence', few: 12 }],
    done: async (sight, spots) => {
      await sight.go(EDITION)
      await button(sight.page, 'Listen').click()
      for (let paper = 0; paper < 12; paper++) {
        await sight.page.locator('.player .label', { hasText: `${paper + 1} of 12` }).waitFor()
        await endPiece(sight.page)
        await sight.look(spots)
        if (paper < 11) await button(sight.page, 'Next paper').click()
      }
      await button(sight.page, 'Stop listening').click()
    },
  },
  {
    spots: [
      { place: 'edition: seen before', at: '[aria-label=Seen] li', few: 1 },
      { place: 'an edition on paper: titles', at: 'main h3', few: 12 },
    ],
    done: async (sight, spots) => {
      await sight.go(EDITION)
      await button(sight.page, 'show').first().click()
      await sight.page.locator('[aria-label=Seen] li').first().waitFor()
      await sight.page.emulateMedia({ media: 'print' })
      await sight.look(spots)
      await sight.page.emulateMedia({ media: null })
      await button(sight.page, 'More formats').click()
      await sheet(sight.page).getByRole('link', { name: 'Mail draft' }).waitFor()
      await sight.look(spots)
      await closeSheet(sight.page)
    },
  },
  {
    spots: [{ place: 'rules of the digest: topics', at: 'main fieldset label' }],
    done: async (sight, spots) => {
      await sight.go('#/')
      await button(sight.page, 'Rules').click()
      await button(sight.page, `All ${PAYLOADS.length} topics`).click()
      await sight.look(spots)
    },
  },
  {
    spots: [
      { place: 'Export: name of the list', at: 'dialog h2', few: 3 },
      { place: 'Export: QR code', at: 'dialog [role=img]', of: 'aria-label', few: 3 },
    ],
    done: async (sight, spots) => {
      for (const n of [2, 30, 201]) {
        await sight.go(`#/saved/l${n}`)
        await button(sight.page, 'Export').click()
        await button(sheet(sight.page), 'QR code').click()
        await sheet(sight.page).getByRole('img').waitFor()
        await sight.look(spots)
        await closeSheet(sight.page)
      }
    },
  },
  {
    spots: [
      { place: 'Browse: completions', at: '[role=option]', few: 8 },
      { place: 'Browse: recent searches', at: '[aria-label="Recent searches"] [role=option]', few: 8 },
      { place: 'Save search: field', at: 'dialog input', of: 'value', few: 1 },
    ],
    done: async (sight, spots) => {
      await sight.go('#/browse')
      const box = searchBox(sight.page)
      for (const name of ['list:', 'search:', 'topic:']) {
        await box.fill('')
        await box.pressSequentially(name)
        await sight.page.getByRole('option').first().waitFor()
        await sight.look(spots)
      }
      for (const n of [1, 29, 57, 85, 113, 141, 169, 197]) {
        await box.fill(payload(n))
        await box.press('Enter')
      }
      await button(sight.page, 'Save search').click()
      await sheet(sight.page).waitFor()
      await sight.look(spots)
      await closeSheet(sight.page)
      await box.fill('')
      await sight.page.getByRole('option').nth(7).waitFor()
      await sight.look(spots)
      await box.press('Escape')
    },
  },
  {
    spots: [{ place: 'Browse: filters', at: 'main aside .name' }],
    done: async (sight, spots) => {
      await sight.page.setViewportSize(DESKTOP)
      await sight.go('#/saved')
      await sight.go('#/browse')
      await sight.page.getByRole('button', { name: /more topics$/ }).click()
      await sight.look(spots)
      await sight.page.setViewportSize(PHONE)
    },
  },
  {
    spots: [{ place: 'notice: list deleted', at: '.place .notice p', few: DELETED.length - 1 }],
    done: async (sight, spots) => {
      await sight.go('#/saved')
      const row = sight.page.getByRole('list', { name: 'Lists' }).getByRole('listitem')
      for (const n of DELETED) {
        await row.nth(n).getByRole('button').click()
        await button(sheet(sight.page), 'Delete list').click()
        await said(sight.page, 'deleted')
        await sight.look(spots)
        await button(sight.page, 'Undo').click()
        await said(sight.page, 'Undone')
      }
    },
  },
]
