/** The order of the results: offered as far as the corpus and the reader have something to go by. */
import { fireEvent, render, screen } from '@testing-library/svelte'
import { expect, it, vi } from 'vitest'
import SortChoice from '../../src/app/views/browse/SortChoice.svelte'
import { NOTHING_STATED } from '../../src/corpus/statements.ts'
import type { Sort } from '../../src/search/protocol.ts'

const PLAIN = ['Relevance', 'Page order', 'Title']
const show = (sort: Sort, over: object = {}) => {
  const onchoose = vi.fn()
  render(SortChoice, { sort, stated: NOTHING_STATED, trending: false, saved: false, onchoose, ...over })
  const select = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Sort' })
  return {
    onchoose,
    select,
    offered: [...select.options].map(({ text }) => text),
    chosen: select.selectedOptions[0]?.text,
  }
}

it.each<[what: string, over: object, offered: readonly string[]]>([
  ['an undated page', {}, PLAIN],
  ['a page of which something is saved', { saved: true }, [...PLAIN, 'Recently saved']],
  ['papers with days', { stated: { ...NOTHING_STATED, days: true } }, ['Relevance', 'Page order', 'Newest', 'Title']],
  ['papers with votes', { stated: { ...NOTHING_STATED, votes: true } }, ['Relevance', 'Page order', 'Votes', 'Title']],
  ['a trend', { trending: true }, ['Relevance', 'Trending', 'Title']],
])('of %s', (_, over, offered) => expect(show('relevance', over).offered).toEqual(offered))

it.each<[sort: Sort, chosen: string]>([
  ['page', 'Page order'],
  ['newest', 'Relevance'],
  ['votes', 'Relevance'],
  ['saved', 'Recently saved'],
])('an address that asks for %s without data shows %s', (sort, chosen) => expect(show(sort).chosen).toBe(chosen))

it('tells what was chosen', async () => {
  const { select, onchoose } = show('relevance', { stated: { ...NOTHING_STATED, days: true } })
  await fireEvent.change(select, { target: { value: 'newest' } })
  expect(onchoose).toHaveBeenCalledWith('newest', expect.anything())
})
