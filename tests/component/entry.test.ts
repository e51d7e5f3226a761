import { render, screen } from '@testing-library/svelte'
import { describe, expect, it, vi } from 'vitest'
import Entry from '../../src/app/views/digest/Entry.svelte'
import type { Paper } from '../../src/corpus/paper.ts'

const abstract = 'Speech is hard. We present Omni. It listens. It wins by 3 points. Code is out.'
const span = (sentence: string) => ({
  start: abstract.indexOf(sentence),
  end: abstract.indexOf(sentence) + sentence.length,
})
const paper: Paper = {
  id: 'omni',
  title: 'Omni: A Model of Speech',
  abstract,
  rank: 4,
  topics: ['speech'],
  kind: 'model',
  code: 'link',
  codeLinks: ['https://github.com/a/omni', 'http://insecure.example/omni'],
  projectLink: null,
  system: 'Omni',
  does: span('We present Omni.'),
  result: span('It wins by 3 points.'),
}

function show(unfolded: boolean, of: Paper = paper) {
  const onfold = vi.fn<(unfolded: boolean) => void>()
  const topicLabel = () => 'Speech models'
  render(Entry, { paper: of, number: 1, reason: 'No. 5 on the page', topicLabel, unfolded, onfold })
  return onfold
}

const text = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim()

describe('an entry of the digest', () => {
  it('is an article named by its title, which leads to the paper', () => {
    show(false)
    expect(screen.getByRole('article', { name: paper.title })).toBeTruthy()
    expect(screen.getByRole('link', { name: paper.title }).getAttribute('href')).toBe('#/paper/omni')
  })
  it('shows the two sentences, with a mark between them for what is left out', () => {
    show(false)
    expect(text(screen.getByText(/We present/))).toBe('We present Omni. … It wins by 3 points.')
  })
  it('shows the whole abstract once unfolded', () => {
    show(true)
    expect(text(screen.getByText(/We present/))).toBe(abstract)
  })
  it('asks to be unfolded, and says whether it is', () => {
    const onfold = show(false)
    const button = screen.getByRole('button', { name: 'Whole abstract' })
    expect(button.getAttribute('aria-expanded')).toBe('false')
    button.click()
    expect(onfold).toHaveBeenCalledWith(true)
  })
  it('offers nothing to unfold where nothing is left out', () => {
    show(false, { ...paper, abstract: 'We present Omni.', does: { start: 0, end: 16 }, result: null })
    expect(screen.queryByRole('button')).toBeNull()
  })
  it('links to https only, and to its topics in Browse', () => {
    show(false)
    const addresses = screen.getAllByRole('link').map((link) => link.getAttribute('href'))
    expect(addresses).toEqual(['#/paper/omni', 'https://github.com/a/omni', '#/browse?topic=speech'])
  })
})
