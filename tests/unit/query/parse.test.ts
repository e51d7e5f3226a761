/** What queries mean, and what is said of those that mean nothing. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '../../../src/query/canonical.ts'
import { NO_FILTERS } from '../../../src/query/filters.ts'
import { parse } from '../../../src/query/parse.ts'
import { usableNames, TERMS } from '../../../src/query/terms.ts'
import type { Node } from '../../../src/query/tree.ts'
import { STATING, VOCABULARY, WITHOUT_LIBRARY } from '../../support/vocabulary.ts'

const canonical = (text: string, vocabulary = VOCABULARY): string => canonicalText(parse(text, vocabulary))

/** A tree in prefix notation: `(all a (not b))`; phrases in quotes, fields and values behind colons. */
function shape(node: Node | null): string {
  switch (node?.kind) {
    case undefined:
      return ''
    case 'words': {
      const words = node.exact ? `"${node.parts.join(' ')}"` : node.parts.join('+')
      return node.field === null ? words : `${node.field}:${words}`
    }
    case 'term':
      return `${node.name}:${node.value}${node.inner ? `{${shape(node.inner)}}` : ''}`
    case 'not':
      return `(not ${shape(node.of)})`
    case 'all':
    case 'any':
      return `(${node.kind} ${node.of.map(shape).join(' ')})`
  }
}

describe('a query is read as', () => {
  it.each<[text: string, tree: string]>([
    ['', ''],
    [' ?! - & ', ''],
    ['flow', 'flow'],
    ['Pixel FLOW', '(all pixel flow)'],
    ['pixel AND flow', '(all pixel flow)'],
    ['text-to-speech', 'text+to+speech'],
    ['schrödinger’s', 'schrodinger+s'],
    ['sd3.5', 'sd3.5'],
    ['"Gaussian  Splatting"', '"gaussian splatting"'],
    ['“gaussian splatting”', '"gaussian splatting"'],
    ['＂flow＂', '"flow"'],
    ['-flow', '(not flow)'],
    ['－flow', '(not flow)'],
    ['- flow', 'flow'],
    ['--flow', 'flow'],
    ['a -(b c)', '(all a (not (all b c)))'],
    ['-(-a)', 'a'],
    ['-"a b"', '(not "a b")'],
    ['a OR b', '(any a b)'],
    ['a or b', '(all a or b)'],
    ['a b OR c', '(any c (all a b))'],
    ['a (b OR c)', '(all a (any b c))'],
    ['((a) (b))', '(all a b)'],
    ['a OR (b OR c)', '(any a b c)'],
    ['a OR a', 'a'],
    ['（a OR b）c', '(all c (any a b))'],
    ['title:flow', 'title:flow'],
    ['TITLE：flow', 'title:flow'],
    ['title:"Rectified flow"', 'title:"rectified flow"'],
    ['abstract:(a OR "b c")', '(any abstract:"b c" abstract:a)'],
    ['-title:flow', '(not title:flow)'],
    ['title:-flow', 'title:flow'],
    ['kind:survey', 'kind:survey'],
    ['kind:"Model release"', 'kind:model'],
    ['kind:(dataset OR benchmark)', '(any kind:benchmark kind:dataset)'],
    ['code:Linked', 'code:link'],
    ['topic:mixture-of-experts', 'topic:mixture-of-experts'],
    ['topic:"Mixture of Experts"', 'topic:mixture-of-experts'],
    ['is:saved -is:done', '(all is:saved (not is:done))'],
    ['list:"to READ"', 'list:To read'],
    ['list:"cafe a"', 'list:Café A'],
    ['list:📚', 'list:📚'],
    ['saved:7d', 'saved:7d'],
    ['saved:2w', 'saved:14d'],
    ['search:"speech models"', 'search:Speech models{(all model topic:speech)}'],
    ['search:round', 'search:Round{flow}'],
    ['MGM-Omni: Scaling Omni', '(all mgm+omni scaling omni)'],
    ['omni:scaling', 'omni+scaling'],
    ['https://a.org/b', 'https+a+org+b'],
    ['constructor:x', 'constructor+x'],
  ])('%j: %s', (text, tree) => {
    const query = parse(text, VOCABULARY)
    expect(shape(query.tree)).toBe(tree)
    expect(query.problems).toEqual([])
  })
})

describe('of what cannot be read', () => {
  it.each<[text: string, tree: string, underlined: string, sentence: RegExp, unfinished?: 'unfinished']>([
    ['flow kind:', 'flow', 'kind:', /Type a value after kind:/, 'unfinished'],
    ['flow kind:sur', 'flow', 'kind:sur', /takes method, system, dataset, benchmark, survey, model/, 'unfinished'],
    ['kind:poem flow', 'flow', 'kind:poem', /“poem” is no value of kind:/],
    ['is:New flow', 'flow', 'is:New', /without dates, .* each saved search counts what is new/],
    ['is:old flow', 'flow', 'is:old', /is no value of is:; it takes saved, done/],
    ['-topic:unheard flow', 'flow', 'topic:unheard', /topic/],
    ['a OR kind:poem b', '(any a b)', 'kind:poem', /no value/],
    ['title: flow', '(all title flow)', 'title:', /right after the colon/],
    ['"gaussian spl', '"gaussian spl"', '"gaussian spl', /closing quote/, 'unfinished'],
    ['title:"gaussian spl', 'title:"gaussian spl"', 'title:"gaussian spl', /closing quote/, 'unfinished'],
    ['a (b OR c', '(all a (any b c))', '(', /closing bracket/, 'unfinished'],
    ['a) b', '(all a b)', ')', /closes none/],
    ['a OR', 'a', 'OR', /both sides/, 'unfinished'],
    ['OR a', 'a', 'OR', /both sides/],
    ['(OR a)', 'a', 'OR', /both sides/],
    ['AND OR a', 'a', 'OR', /both sides/],
    ['a OR AND', 'a', 'OR', /both sides/],
    ['author:hinton flow', 'flow', 'author:hinton', /without authors/],
    ['listed:7d flow', 'flow', 'listed:7d', /without dates/],
    ['votes:>50 flow', 'flow', 'votes:>50', /without votes/],
    ['list:gone flow', 'flow', 'list:gone', /no list called “gone”/],
    ['search:gone flow', 'flow', 'search:gone', /no saved search called “gone”/],
    ['saved:soon flow', 'flow', 'saved:soon', /7d, 2w, 3m or 1y/],
    ['saved:0d flow', 'flow', 'saved:0d', /7d, 2w/],
    ['is:liked flow', 'flow', 'is:liked', /saved, done, opened, noted/],
    ['titel:flow x', '(all titel+flow x)', 'titel:flow', /no name titel:, only title:/],
  ])('%j', (text, tree, underlined, sentence, unfinished) => {
    const query = parse(text, VOCABULARY)
    expect(shape(query.tree)).toBe(tree)
    expect(query.problems.map(({ span }) => text.slice(span.start, span.end))).toEqual([underlined])
    expect(query.problems[0]?.sentence).toMatch(sentence)
    expect(query.problems[0]?.sentence).toMatch(/\.$/)
    expect(query.problems[0]?.unfinished).toBe(unfinished !== undefined)
  })

  it.each<[text: string, underlined: string, sentence: RegExp, unfinished?: 'unfinished']>([
    ['author:"?" flow', 'author:"?"', /Type a value after author:/],
    ['listed:soon flow', 'listed:soon', /like 2026-11-22, 2026-11, 2026 or 7d/],
    ['listed:2026-02-30 flow', 'listed:2026-02-30', /takes a day/],
    ['flow listed:2026-1', 'listed:2026-1', /takes a day/, 'unfinished'],
    ['votes:many flow', 'votes:many', /like 50/],
    ['votes:<50 flow', 'votes:<50', /least number/],
    ['is:new flow', 'is:new', /listed:7d finds the last days/],
    ['autor:doe flow', 'autor:doe', /only author:/],
  ])('%j, though sources state it', (text, underlined, sentence, unfinished) => {
    const { problems } = parse(text, STATING)
    expect(problems.map(({ span }) => text.slice(span.start, span.end))).toEqual([underlined])
    expect(problems[0]?.sentence).toMatch(sentence)
    expect(problems[0]?.unfinished).toBe(unfinished !== undefined)
  })

  it.each(['is:saved', 'list:x', 'saved:7d', 'search:x'])('%s without a library is left out', (text) => {
    const query = parse(`${text} flow`, WITHOUT_LIBRARY)
    expect(shape(query.tree)).toBe('flow')
    expect(query.problems[0]?.sentence).toMatch(/library is not at hand/)
  })
})

describe('the canonical text', () => {
  it.each<[canonical: string, others: readonly string[]]>([
    [
      'flow kind:survey',
      ['kind:SURVEY flow', '(flow) kind:"survey"', 'flow AND kind:survey kind:survey', 'Flow Kind:Survey'],
    ],
    ['a OR b', ['b OR a', '(b OR (a OR b))', 'A OR B']],
    ['c OR (a b)', ['(b a) OR c', 'a b OR c']],
    ['saved:14d', ['saved:2w', 'SAVED：２w']],
    ['saved:9999d', ['saved:100y', 'saved:9999y']],
    ['list:"To read" -is:done', ['-is:done list:"to read"']],
    ['list:"📚"', ['list:📚']],
    ['mgm-omni', ['MGM–Omni', 'mgm/omni']],
  ])('%s', (text, others) => {
    for (const other of [text, ...others]) expect(canonical(other)).toBe(text)
  })

  it.each<[canonical: string, others: readonly string[]]>([
    ['author:doe', ['AUTHOR:Doe', 'author:"Döe"', 'author:"doe,"']],
    ['author:"jean luc doe"', ['author:"Jean-Luc Doe"']],
    ['author:doe author:roe', ['author:(roe doe)']],
    ['listed:14d', ['listed:2w', 'listed：２W']],
    ['listed:2026-11', ['listed:" 2026-11 "', 'listed:２０２６-11']],
    ['votes:50', ['votes:>=50', 'votes:≥50', 'votes:50+', 'votes:>49', 'votes:050']],
    ['flow listed:7d -votes:50', ['-votes:50 listed:1w flow']],
  ])('%s, of what sources state', (text, others) => {
    for (const other of [text, ...others]) {
      const query = parse(other, STATING)
      expect([canonicalText(query), query.problems]).toEqual([text, []])
    }
  })

  it.each([
    ['', 'topic:speech (kind:model OR kind:survey)'],
    ['flow', 'flow topic:speech (kind:model OR kind:survey)'],
    ['a OR b', '(a OR b) topic:speech (kind:model OR kind:survey)'],
  ])('takes in what is ticked beside %j', (text, expected) => {
    const ticked = { ...NO_FILTERS, topic: ['speech'], kind: ['survey', 'model'] } as const
    expect(canonicalText(parse(text, VOCABULARY), ticked)).toBe(expected)
  })
})

/** Texts rich in what the language knows. */
const scraps = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...'() " “ ” - － : ： OR AND （ ） a flow Mgm-Omni the π-Flow sd3.5 list: 📚 "To read" 7d ４d 2026-11 >9'.split(
        ' ',
      ),
    ),
    fc.constantFrom(
      ...Object.keys(TERMS).map((name) => `${name}:`),
      ...usableNames(STATING.stated).map((name) => TERMS[name].example),
    ),
    fc.constantFrom(' ', ' ', ' '),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  ),
  { maxLength: 30 },
)
const texts = fc.oneof(
  scraps.map((parts) => parts.join('')),
  scraps.map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary' }),
)

/** A tree without places, which another spelling moves. */
const bare = (text: string): unknown =>
  JSON.parse(JSON.stringify(parse(text, STATING).tree, (key, value: unknown) => (key === 'span' ? undefined : value)))

describe('whatever is typed', () => {
  it('is read, with problems that lie in the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { span } of parse(text, STATING).problems) {
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeGreaterThan(span.start)
          expect(span.end).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 1000 },
    )
  })
  it('has a canonical text that means the same, without a problem', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const written = canonical(text, STATING)
        expect(bare(written)).toEqual(bare(text))
        expect(parse(written, STATING).problems).toEqual([])
        expect(canonical(written, STATING)).toBe(written)
      }),
      { numRuns: 2000 },
    )
  })
  it.each(['(', ')', '"', '-(', 'OR ', 'AND ', 'title:', 'title:(', 'kind:poem ', 'a ', 'a-', '-a '])(
    '%j a hundred thousand times is read',
    (part) => {
      expect(parse(part.repeat(100_000 / part.length), VOCABULARY).problems.length).toBeLessThanOrEqual(10)
    },
  )
})
