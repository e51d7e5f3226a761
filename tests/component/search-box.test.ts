/** The search box: completion by keys and pointer, and nothing taken that was not chosen. */
import { fireEvent, render, screen } from '@testing-library/svelte'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { RecentSearches } from '../../src/app/state/recent-searches.svelte.ts'
import Problems from '../../src/app/views/browse/Problems.svelte'
import SearchBox from '../../src/app/views/browse/SearchBox.svelte'
import { parse } from '../../src/query/parse.ts'
import { VOCABULARY } from '../support/vocabulary.ts'

beforeEach(() => localStorage.clear())

/** A box in a page that keeps what is typed, as Browse does; `searched` are searches of before, the newest first. */
function show(searched: readonly string[] = []) {
  const recent = new RecentSearches()
  for (const text of searched.toReversed()) recent.keep(text)
  const ontype = vi.fn((text: string, _event: Event, _cut: boolean) => void shown.rerender({ text }))
  const names = ['FlowRL', 'Flow-GRPO']
  const props = { text: '', vocabulary: VOCABULARY, names, recent, describedby: 'problems', ontype, onclear: vi.fn() }
  const shown = render(SearchBox, props)
  const box = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search papers' })
  return {
    box,
    recent,
    ontype,
    type: async (text: string) => {
      box.value = text
      box.setSelectionRange(text.length, text.length)
      await fireEvent.input(box)
    },
    press: (key: string) => fireEvent.keyDown(box, { key }),
  }
}

const labels = () => screen.queryAllByRole('option').map((option) => option.querySelector('.text')?.textContent)
const chosen = () => screen.queryByRole('option', { selected: true })

describe('the search box', () => {
  it.each<[typed: string, offered: readonly string[]]>([
    ['floq', []],
    ['vis', ['Vision']],
    ['fast flow', ['FlowRL', 'Flow-GRPO']],
    ['ti', ['title:']],
    ['is:', ['is:saved', 'is:done', 'is:opened', 'is:noted', 'is:mine']],
    ['list:t', ['list:"To read"']],
    ['title:fl', []],
  ])('offers for %j: %j', async (typed, offered) => {
    const { box, type } = show()
    await type(typed)
    expect(labels()).toEqual(offered)
    expect(box.getAttribute('aria-controls')).toBe(offered.length > 0 ? screen.getByRole('listbox').id : null)
  })

  it.each<[keys: readonly string[], text: string]>([
    [['ArrowDown', 'Enter'], 'kind:system '],
    [['ArrowDown', 'ArrowDown', 'Tab'], 'kind:survey '],
    [['ArrowUp', 'Enter'], 'kind:survey '],
    [['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter'], 'kind:s'],
    [['Enter'], 'kind:s'],
    [['Tab'], 'kind:s'],
    [['Escape', 'ArrowDown', 'Enter'], 'kind:s'],
  ])('%j makes of kind:s %j', async (keys, text) => {
    const { box, type, press } = show()
    await type('kind:s')
    for (const key of keys) await press(key)
    expect(box.value).toBe(text)
  })

  it('names the option that the keys have come to', async () => {
    const { box, type, press } = show()
    await type('kind:s')
    expect([chosen(), box.getAttribute('aria-activedescendant')]).toEqual([null, null])
    await press('ArrowDown')
    expect(box.getAttribute('aria-activedescendant')).toBe(chosen()?.id)
  })

  it('goes on from a name to its values, and keeps what follows', async () => {
    const { box, type, press } = show()
    await type('co flow')
    box.setSelectionRange(2, 2)
    await fireEvent.input(box)
    await press('ArrowDown')
    await press('Enter')
    expect(box.value).toBe('code: flow')
    expect(labels()).toEqual(['code:link', 'code:promised', 'code:none'])
    screen.getByText('code:promised').click()
    await vi.waitFor(() => expect(box.selectionStart).toBe('code:promised'.length))
    expect(box.value).toBe('code:promised flow')
    expect(labels()).toEqual([])
  })

  it('closes when it is left', async () => {
    const { box, type } = show()
    await type('ti')
    await fireEvent.focusOut(box)
    expect(labels()).toEqual([])
  })
})

describe('what was searched before', () => {
  const open = async (searched = ['flow matching', 'kind:survey']) => {
    const shown = show(searched)
    await fireEvent.focusIn(shown.box)
    return shown
  }
  it('is offered in an empty box, by keys', async () => {
    const { box, press } = await open()
    expect(labels()).toEqual(['flow matching', 'kind:survey'])
    await press('ArrowDown')
    await press('ArrowDown')
    expect(box.getAttribute('aria-activedescendant')).toBe(chosen()?.id)
    await press('Enter')
    expect([box.value, labels()]).toEqual(['kind:survey', []])
  })
  it('is not in the way of words, and closes by Escape or when the box is left', async () => {
    const { box, type, press } = await open()
    await type('floq')
    expect(labels()).toEqual([])
    await type('')
    expect(labels()).toHaveLength(2)
    await press('Escape')
    expect(labels()).toEqual([])
    await press('ArrowDown')
    expect(labels()).toHaveLength(2)
    await fireEvent.focusOut(box)
    expect(labels()).toEqual([])
  })
  it('goes one by one, by button or key, or all at once', async () => {
    const { press, recent } = await open(['a', 'b', 'c'])
    await fireEvent.click(screen.getByRole('button', { name: 'Remove “b”' }))
    expect(labels()).toEqual(['a', 'c'])
    await press('ArrowDown')
    await press('Delete')
    expect([labels(), new RecentSearches().all]).toEqual([['c'], ['c']])
    await fireEvent.click(screen.getByRole('button', { name: 'Clear all' }))
    expect([labels(), recent.all, localStorage.length]).toEqual([[], [], 0])
  })
  it('is kept by Enter, not by typing', async () => {
    const { type, press, recent } = show()
    await type('flow')
    expect(recent.all).toEqual([])
    await press('Enter')
    expect(recent.all).toEqual(['flow'])
  })
})

it('more than is searched is cut at once, however often it comes', async () => {
  const { box, ontype, type } = show()
  for (let time = 0; time < 2; time++) {
    await type('a'.repeat(100_000))
    expect(box.value).toHaveLength(1000)
    expect(ontype).toHaveBeenLastCalledWith('a'.repeat(1000), expect.anything(), true)
  }
  await type('a')
  expect(ontype).toHaveBeenLastCalledWith('a', expect.anything(), false)
})

it('what could not be read is underlined, each with its sentence', () => {
  const text = 'kind:poem flow author:hinton'
  render(Problems, { id: 'problems', text, problems: parse(text, VOCABULARY).problems })
  const said = [...document.querySelectorAll('p')].map((one) => [one.querySelector('u')?.textContent, one.textContent])
  expect(said).toEqual([
    ['kind:poem', expect.stringContaining('is no value of kind:')],
    ['author:hinton', expect.stringContaining('come without authors')],
  ])
})
