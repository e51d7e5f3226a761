/** A query with a word in another spelling: what is searched by the links beside the results. */
import { describe, expect, it } from 'vitest'
import { parse } from '../../../src/query/parse.ts'
import { exactly, respell } from '../../../src/query/respell.ts'
import { VOCABULARY } from '../../support/vocabulary.ts'

describe('exactly as typed', () => {
  it.each([
    ['gausian splatting', ['gausian'], '"gausian" splatting'],
    ['Gausian  Spaltting', ['gausian', 'spaltting'], '"Gausian"  "Spaltting"'],
    ['mgm-onmi kind:survey', ['onmi'], '"mgm-onmi" kind:survey'],
    ['title:gausian gausian', ['gausian'], 'title:gausian "gausian"'],
    ['flow', [], 'flow'],
  ])('%s, of %j', (text, typed, exact) => {
    const query = parse(text, VOCABULARY)
    expect(exactly(query, typed)).toBe(exact)
    expect(parse(exact, VOCABULARY).problems).toEqual([])
  })
})

describe('as it may be meant', () => {
  it.each([
    ['a modle of speech', 'modle', 'model', 'a model of speech'],
    ['text-to-imgae', 'imgae', 'image', 'text-to-image'],
    ['"modle" Modle', 'modle', 'model', '"modle" model'],
  ])('%s', (text, typed, read, meant) => {
    expect(respell(parse(text, VOCABULARY), typed, read)).toBe(meant)
  })
})
