import { render, screen, within } from '@testing-library/svelte'
import { describe, expect, it, vi } from 'vitest'
import { Corpus } from '../../src/app/state/corpus.svelte.ts'
import Entry from '../../src/app/views/digest/Entry.svelte'
import type { Paper } from '../../src/corpus/paper.ts'
import type { Reason } from '../../src/digest/edition.ts'
import { describeCorpus } from '../../src/search/corpus-info.ts'
import { corpus as loaded } from '../support/session.ts'

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

const page: Reason = { kind: 'page', rank: 4 }

function show(unfolded: boolean, of: Paper = paper, reason: Reason = page, also: readonly Reason[] = []) {
  const onfold = vi.fn<(unfolded: boolean) => void>()
  const topicLabel = () => 'Speech models'
  render(Entry, { entry: { paper: of, reason, also }, number: 1, topicLabel, unfolded, onfold })
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
  it('says how it came to its place, where a source states a trend', () => {
    const corpus = new Corpus()
    const movement = { since: '2026-11-21', new: [], up: ['omni'], back: ['other'] }
    corpus.state = { kind: 'readable', info: { ...describeCorpus(loaded('g', []), 0, []), movement } }
    expect(['omni', 'other', 'none'].map((id) => corpus.move(id))).toEqual([
      'Up since 21 Nov',
      'Back since 21 Nov',
      null,
    ])
    const entry = { paper, reason: page, also: [] }
    render(Entry, {
      ...{ entry, number: 1, topicLabel: () => '', unfolded: false, onfold: () => undefined },
      move: corpus.move('omni'),
    })
    expect(within(screen.getByRole('list', { name: 'Facts' })).getByText('Up since 21 Nov')).toBeTruthy()
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
  it('names an address once that is both code and project page', () => {
    const both = 'https://github.com/a/omni'
    show(false, { ...paper, codeLinks: [both], projectLink: both })
    expect(screen.getAllByRole('link').filter((link) => link.getAttribute('href') === both)).toHaveLength(1)
  })
  it('names the saved paper that pulled it, and leads to it', () => {
    show(false, paper, { kind: 'because', paper: 'zb', title: 'Zero Bubble', terms: ['pipeline'] })
    expect(screen.getByRole('link', { name: 'Zero Bubble' }).getAttribute('href')).toBe('#/paper/zb')
    expect(screen.getByText(/Because you saved/).textContent).toContain('both: pipeline')
  })
  it('has its other reasons as small marks', () => {
    show(false, paper, page, [
      { kind: 'search', search: 's', name: 'Agents' },
      { kind: 'because', paper: 'zb', title: 'Zero Bubble', terms: [] },
    ])
    expect(screen.getByText('also Agents')).toBeTruthy()
    expect(screen.getByText('also near Zero Bubble')).toBeTruthy()
  })
})
