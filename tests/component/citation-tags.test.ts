/** What the head of a paper's page says of it, and that it goes with the paper. */
import { render } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import CitationTags from '../../src/app/views/paper/CitationTags.svelte'
import { paper } from '../support/papers.ts'

const told = () =>
  [...document.head.querySelectorAll('meta[name^=citation_]')].map((meta) => meta.getAttribute('content'))

it('are those of the paper that is open, and none when it is left', async () => {
  const { rerender, unmount } = render(CitationTags, { paper: paper({ title: 'A', authors: ['Ann', 'Ben'] }) })
  expect(told()).toEqual(['A', 'Ann', 'Ben'])
  await rerender({ paper: paper({ title: 'B <i>', authors: ['Eve'] }) })
  expect(told()).toEqual(['B <i>', 'Eve'])
  unmount()
  expect(told()).toEqual([])
})
