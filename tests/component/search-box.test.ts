/** The search box: completion by keys and pointer, and nothing taken that was not chosen. */
import { fireEvent, render, screen } from '@testing-library/svelte'
import { describe, expect, it, vi } from 'vitest'
import Problems from '../../src/app/views/browse/Problems.svelte'
import SearchBox from '../../src/app/views/browse/SearchBox.svelte'
import { parse } from '../../src/query/parse.ts'
import { VOCABULARY } from '../support/vocabulary.ts'

/** A box in a page that keeps what is typed, as Browse does. */
function show() {
  const ontype = vi.fn((text: string) => void shown.rerender({ text }))
  const props = { text: '', vocabulary: VOCABULARY, describedby: 'problems', ontype, onclear: vi.fn() }
  const shown = render(SearchBox, props)
  const box = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search papers' })
  return {
    box,
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
    ['flow', []],
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
    await fireEvent.blur(box)
    expect(labels()).toEqual([])
  })
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
