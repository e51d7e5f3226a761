/** Saved searches follow a list to its new name. */
import { describe, expect, it } from 'vitest'
import { NOTHING_STATED } from '../../../src/corpus/statements.ts'
import { canonicalText } from '../../../src/query/canonical.ts'
import { parse } from '../../../src/query/parse.ts'
import { renameListIn } from '../../../src/query/rename.ts'

const others = ['To read', 'Café “A”']
const searches = [{ name: 'Mine', query: 'list:Thesis flow' }]

const renamed = (text: string, to = 'My book', from = 'Thesis') => renameListIn(text, { from, to, others, searches })

describe('a list that is called otherwise', () => {
  it.each<[text: string, renamed: string]>([
    ['list:Thesis', 'list:"My book"'],
    ['flow list:Thesis', 'flow list:"My book"'],
    ['flow -list:Thesis', 'flow -list:"My book"'],
    ['flow -(list:Thesis is:done)', 'flow -(is:done list:"My book")'],
    ['(list:"To read" OR list:Thesis) is:done', 'is:done (list:"My book" OR list:"To read")'],
    ['(flow list:Thesis) OR radar', 'radar OR (flow list:"My book")'],
    ['list:thesis', 'list:"My book"'],
    ['list:(Thesis OR "To read")', 'list:"My book" OR list:"To read"'],
    ['topic:speech list:Thesis', 'topic:speech list:"My book"'],
    ['topic:"of a corpus that has not come" list:Thesis', 'topic:"of a corpus that has not come" list:"My book"'],
    ['list:Thesis saved:7d title:flow "to read"', '"to read" title:flow list:"My book" saved:7d'],
  ])('%s becomes %s', (text, expected) => expect(renamed(text)).toBe(expected))

  it.each([
    ['nothing is asked', ' '],
    ['it is a word', 'thesis'],
    ['it is a phrase', '"list:Thesis"'],
    ['it is the value of another name', 'title:thesis search:Mine'],
    ['another list is named', 'list:"To read"'],
    ['nothing is named, and the text is not canonical', 'FLOW   (matching)'],
    ['another list that is named is gone', 'list:Thesis list:Gone'],
    ['a search that is named is gone', 'list:Thesis search:Gone'],
    ['a value is none', 'list:Thesis kind:poem'],
    ['a bracket is missing', '(list:Thesis'],
  ])('leaves a text alone where %s', (_, text) => expect(renamed(text)).toBe(text))

  it.each<[from: string, to: string, text: string, renamed: string]>([
    ['Café “B”', 'Tea', 'list:"Café B"', 'list:Tea'],
    ['Thesis', 'Café “B”', 'list:Thesis', 'list:"Café B"'],
    ['Thesis', '-x', 'list:Thesis', 'list:"-x"'],
    ['Thesis', 'To read', 'list:"To read" OR list:Thesis', 'list:"To read"'],
    ['Thesis', 'THESIS', 'list:Thesis', 'list:THESIS'],
  ])('%s to %s: %s becomes %s', (from, to, text, expected) => expect(renamed(text, to, from)).toBe(expected))

  it('still asks for another list of the same name', () => {
    const naming = { from: 'To read', to: 'Later', others: ['to-read'], searches }
    expect(renameListIn('flow -list:"To read"', naming)).toBe('flow -(list:Later OR list:to-read)')
  })

  it('writes what is canonical with the new names', () => {
    const text = renamed('-(radar list:Thesis) (list:Thesis OR is:done) flow')
    const vocabulary = { topics: [], stated: NOTHING_STATED, library: { lists: ['My book', ...others], searches } }
    expect(parse(text, vocabulary).problems).toEqual([])
    expect(canonicalText(parse(text, vocabulary))).toBe(text)
  })
})
