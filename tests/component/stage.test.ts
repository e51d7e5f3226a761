/** What Browse says of how words were taken: with the way to what was typed, and to what may be meant. */
import { render, screen } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import Stage from '../../src/app/views/browse/Stage.svelte'
import { NO_CHOICES } from '../../src/app/routes.ts'
import type { Found } from '../../src/app/state/search.svelte.ts'
import { parse } from '../../src/query/parse.ts'
import { VOCABULARY } from '../support/vocabulary.ts'

const FACETS = { topic: [], kind: [], code: [], is: [], list: [] }

function show(text: string, answer: Partial<Found>) {
  const choices = { ...NO_CHOICES, text }
  const plain = { stage: 'all-words', corrections: [], meant: null, total: 1, beyond: 0, facets: FACETS } as const
  render(Stage, { found: { ...plain, ...answer, choices }, query: parse(text, VOCABULARY) })
  return [
    [...document.querySelectorAll('p')].map((one) => one.textContent.trim()),
    screen.queryAllByRole('link').map((one) => one.getAttribute('href')),
  ]
}

it.each<[text: string, answer: Partial<Found>, said: readonly string[], links: readonly string[]]>([
  ['flow', {}, [], []],
  [
    'gausian splatting',
    { corrections: [{ typed: 'gausian', read: 'gaussian' }] },
    ['No paper has “gausian”; showing results for “gaussian”. Search for exactly what was typed'],
    ['#/browse?q=%22gausian%22+splatting'],
  ],
  [
    'gausian spaltting',
    {
      corrections: [
        { typed: 'gausian', read: 'gaussian' },
        { typed: 'spaltting', read: 'splatting' },
      ],
    },
    [
      'No paper has “gausian” or “spaltting”; showing results for “gaussian” and “splatting”. Search for exactly what was typed',
    ],
    ['#/browse?q=%22gausian%22+%22spaltting%22'],
  ],
  ['modle', { meant: { typed: 'modle', read: 'model' } }, ['Did you mean model?'], ['#/browse?q=model']],
  ['a b', { stage: 'any-word' }, ['No paper has all of these words; these have some.'], []],
  ['a b', { stage: 'any-word', total: 0 }, [], []],
  ['a', { beyond: 1 }, ['1 more was found by meaning, and marked so.'], []],
  ['a', { beyond: 3 }, ['3 more were found by meaning, and marked so.'], []],
  ['a b', { stage: 'any-word', total: 0, beyond: 2 }, ['No paper has these words; these are near in meaning.'], []],
])('%s: %j', (text, answer, said, links) => {
  expect(show(text, answer)).toEqual([said, links])
})
