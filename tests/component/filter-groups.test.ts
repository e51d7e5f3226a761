/** The filters of Browse, where an address spells the name of a list in its own way. */
import { render, screen } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import { parseRoute, type Choices } from '../../src/app/routes.ts'
import { activeFilters, namesFrom, toggle } from '../../src/app/views/browse/choices.ts'
import FilterGroups from '../../src/app/views/browse/FilterGroups.svelte'

const nameOf = namesFrom((id) => id, ['My Thesis'])

function choicesAt(address: string): Choices {
  const route = parseRoute(address)
  if (route.kind !== 'browse') throw new Error(`${address} is not of Browse`)
  return route.choices
}

it.each([
  ['as it is called', '#/browse?list=My+Thesis', ['My Thesis']],
  ['in small letters', '#/browse?list=my+thesis', ['My Thesis']],
  ['with a hyphen', '#/browse?list=My-Thesis', ['My Thesis']],
  ['in two ways', '#/browse?list=my+thesis&list=MY+THESIS', []],
  ['in its way, beside a query that names it', '#/browse?list=my+thesis', ['My Thesis', 'my thesis']],
])('a list that is spelled %s is one row, ticked, and is unticked at once', (_, address, counted) => {
  const choices = choicesAt(address)
  const list = counted.map((value) => ({ value, count: 3 }))
  const toggled: string[] = []
  render(FilterGroups, {
    ...{ choices, nameOf, facets: { topic: [], kind: [], code: [], is: [], list } },
    ontoggle: (_group: string, value: string) => toggled.push(value),
  })
  const rows = screen.getByRole('group', { name: 'List' }).querySelectorAll('input')
  expect([...rows].map(({ checked }) => checked)).toEqual([true])
  expect(screen.getByText('My Thesis').textContent).toBe('My Thesis')
  expect(activeFilters(choices, nameOf).map(({ label }) => label)).toEqual(['My Thesis'])
  rows[0]?.click()
  expect(toggle(choices, 'list', toggled[0] ?? '').filters.list).toEqual([])
})
