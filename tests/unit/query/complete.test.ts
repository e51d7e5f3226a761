/** Completion and help: what is offered where the cursor stands, and what stands in the text once it is taken. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { complete } from '../../../src/query/complete.ts'
import { askedOf, contextOf, createKnows, vocabularyOf, type QueryLibrary } from '../../../src/query/context.ts'
import { helpRows } from '../../../src/query/help.ts'
import { parse } from '../../../src/query/parse.ts'
import { STATING, VOCABULARY, WITHOUT_LIBRARY } from '../../support/vocabulary.ts'

/** The cursor is the bar. */
function at(text: string, vocabulary = VOCABULARY) {
  const caret = text.indexOf('|')
  const typed = text.replace('|', '')
  return complete(typed, caret, vocabulary).map(({ insert, span, label }) => ({
    label,
    text: typed.slice(0, span.start) + insert + typed.slice(span.end),
  }))
}

describe('completion', () => {
  it.each<[text: string, labels: readonly string[], first?: string]>([
    ['|', []],
    ['t|', []],
    ['ti|', ['title:'], 'title:'],
    ['flow TO|', ['topic:'], 'flow topic:'],
    ['flow -ki|', ['kind:'], 'flow -kind:'],
    ['(ki|', ['kind:'], '(kind:'],
    ['sa|', ['saved:'], 'saved:'],
    ['k|ind', []],
    ['ki|nd:survey', []],
    ['kind:|(survey)', []],
    ['flow|', []],
    ['au|', []],
    ['votes:|', []],
    ['li|', ['list:'], 'list:'],
    [
      'kind:|',
      ['kind:method', 'kind:system', 'kind:dataset', 'kind:benchmark', 'kind:survey', 'kind:model'],
      'kind:method ',
    ],
    ['kind:s| flow', ['kind:system', 'kind:survey'], 'kind:system  flow'],
    ['kind：SUR|', ['kind:survey'], 'kind:survey '],
    ['-code:pro|', ['code:promised'], '-code:promised '],
    ['topic:mix|', ['topic:mixture-of-experts'], 'topic:mixture-of-experts '],
    ['topic:exp|', ['topic:mixture-of-experts']],
    ['topic:"mixture of|', ['topic:mixture-of-experts'], 'topic:mixture-of-experts '],
    ['is:|', ['is:saved', 'is:done', 'is:opened', 'is:noted', 'is:mine']],
    ['list:to|', ['list:"To read"'], 'list:"To read" '],
    ['search:sp|', ['search:"Speech models"']],
    ['saved:|', ['saved:7d', 'saved:30d', 'saved:365d']],
    ['title:fl|', []],
    ['kind:zzz|', []],
    ['"ti|', []],
  ])('%s', (text, labels, first) => {
    const given = at(text)
    expect(given.map(({ label }) => label)).toEqual(labels)
    if (first) expect(given[0]?.text).toBe(first)
  })

  it.each<[text: string, labels: readonly string[]]>([
    ['au|', ['author:']],
    ['li|', ['list:', 'listed:']],
    ['author:|', []],
    ['listed:|', ['listed:2026-11-22', 'listed:7d', 'listed:30d', 'listed:365d']],
    ['listed:2026-1|', ['listed:2026-11-22']],
    ['vo|', ['votes:']],
    ['votes:1|', ['votes:10', 'votes:100']],
  ])('of what sources state: %s', (text, labels) => {
    expect(at(text, STATING).map(({ label }) => label)).toEqual(labels)
  })

  it('offers nothing of the library where it is not at hand', () => {
    for (const text of ['is:|', 'li|', 'list:|', 'saved:|', 'search:|']) expect(at(text, WITHOUT_LIBRARY)).toEqual([])
  })

  it('offers lists once that a query spells alike', () => {
    const library = { lists: ['Later', 'Later', 'My “A”', 'My A'], searches: [] }
    const labels = at('list:|', { ...VOCABULARY, library }).map(({ label }) => label)
    expect(labels).toEqual(['list:Later', 'list:"My A"'])
  })

  it('gives values that are read without a problem, wherever the cursor stands', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('kind:', 'is:', 'list:', 'topic:', 'search:', 'saved:'),
        fc.nat(9),
        fc.string(),
        (name, n, before) => {
          const text = `${before.replace(/[“”"()（）„‟＂]/g, '')} ${name}`
          const choices = complete(text, text.length, VOCABULARY)
          const { insert, span } = choices[n % choices.length] ?? { insert: '', span: { start: 0, end: 0 } }
          const was = parse(text.slice(0, span.start), VOCABULARY).problems.length
          expect(insert).not.toBe('')
          expect(parse(text.slice(0, span.start) + insert, VOCABULARY).problems).toHaveLength(was)
        },
      ),
    )
  })
  it('takes any text and place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: -2, max: 40 }), (text, caret) => {
        complete(text, caret, VOCABULARY)
      }),
    )
  })
})

describe('the help sheet', () => {
  it('has examples that are read without a problem, of every name that can be used', () => {
    const rows = helpRows(VOCABULARY)
    for (const { example } of rows) expect([example, parse(example, VOCABULARY).problems]).toEqual([example, []])
    const examples = rows.map(({ example }) => example).join(' ')
    for (const name of 'title abstract topic kind code is list saved search'.split(' '))
      expect(examples).toContain(`${name}:`)
    for (const name of ['author', 'listed', 'votes']) expect(examples).not.toContain(`${name}:`)
  })
  it('has the names that sources have data for, with or without a library', () => {
    for (const vocabulary of [STATING, { ...STATING, library: null }]) {
      const rows = helpRows(vocabulary)
      for (const { example } of rows) expect([example, parse(example, vocabulary).problems]).toEqual([example, []])
      const examples = rows.map(({ example }) => example).join(' ')
      for (const name of ['author', 'listed', 'votes']) expect(examples).toContain(`${name}:`)
    }
    const dated = helpRows({ ...VOCABULARY, stated: { ...VOCABULARY.stated, listed: '2026-11-22' } })
    expect(
      dated.filter(({ example }) => /^(author|listed|votes):/.test(example)).map(({ example }) => example),
    ).toEqual(['listed:7d'])
  })
  it('keeps to what can be asked without a library', () => {
    const rows = helpRows(WITHOUT_LIBRARY)
    for (const { example } of rows) expect([example, parse(example, WITHOUT_LIBRARY).problems]).toEqual([example, []])
    expect(rows.find(({ example }) => example === 'kind:survey')?.values).toContain('dataset')
  })
})

describe('the context of a query', () => {
  const query = parse('flow is:done -(list:"to read" OR saved:2w) is:done search:"speech models"', VOCABULARY)
  it('is what it asks of the library, each once', () => {
    expect(askedOf(query).map(({ name, value }) => `${name} ${value}`)).toEqual([
      'is done',
      'list To read',
      'saved 14d',
    ])
    expect(
      askedOf(
        parse('search:outer', {
          ...VOCABULARY,
          library: { lists: [], searches: [{ name: 'outer', query: 'is:saved' }] },
        }),
      ),
    ).toEqual([{ name: 'is', value: 'saved' }])
  })
  const library: QueryLibrary = {
    lists: [],
    searches: VOCABULARY.library?.searches ?? [],
    papersOf: ({ value }) => [value],
    countable: () => [],
  }
  it('has the saved searches only where one of them is asked for', () => {
    const searchesOf = (text: string) => contextOf([parse(text, VOCABULARY)], library).searches
    expect(searchesOf('flow OR -search:round')).toEqual(library.searches)
    expect(searchesOf('flow is:done')).toEqual([])
  })
  it.each([
    ['is', 'done', 'done', true],
    ['is', 'done', 'another', false],
    ['is', 'saved', 'done', false],
    ['list', 'done', 'done', false],
  ] as const)('says whether %s:%s is true of the paper %s: %s', (name, value, paper, expected) => {
    expect(createKnows(contextOf([query], library))({ name, value }, paper)).toBe(expected)
    expect(createKnows(null)({ name, value }, paper)).toBe(false)
  })
  it('gives the worker the same reading', () => {
    const context = contextOf([query], library)
    expect(context.facts[1]).toEqual({ name: 'list', value: 'To read', papers: ['To read'] })
    const there = parse(query.text, vocabularyOf(VOCABULARY, context))
    expect(there).toEqual(query)
  })
})
