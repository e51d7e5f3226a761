/** New papers from hosts that answer well, badly, late or not at all. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runRefresh, type RefreshRequest } from '../../../src/refresh/run.ts'
import { arxivFeed, hfDaily, PaperHosts, type Answer } from '../../support/paper-hosts.ts'

const SEED =
  'Get trending papers in your email inbox!\nSubscribeA first paper\nWe present a first thing.\nA second paper\nWe present another.\n'
const TODAY = '2026-11-23'

let folder: string
let hosts: PaperHosts
let said: string[]
let slept: number[]
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-refresh-'))
  writeFileSync(join(folder, 'page.txt'), SEED)
  const entry = { file: 'page.txt', name: 'A page', what: 'A page saved as text.', taken: '2026-11-22' }
  writeFileSync(join(folder, 'sources.json'), JSON.stringify([entry]))
  hosts = await new PaperHosts().start()
  said = []
  slept = []
})
afterEach(async () => {
  await hosts[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

const run = (request: Partial<RefreshRequest> = {}) =>
  runRefresh(
    {
      folder,
      sources: ['hf'],
      days: 1,
      resolve: false,
      base: hosts.url,
      today: TODAY,
      userAgent: 'Offprint/0 (+https://example.org)',
      ...request,
    },
    (line) => said.push(line.replace(`${folder}/`, '')),
    {
      fetch,
      sleep: (milliseconds) => {
        slept.push(milliseconds)
        return Promise.resolve()
      },
    },
  )
const files = () => readdirSync(folder).sort()
const text = (file: string) => readFileSync(join(folder, file), 'utf8')
const listed = () =>
  (JSON.parse(text('sources.json')) as readonly { file: string; taken: string }[]).map(({ file }) => file)
const TWO = hfDaily(TODAY, ['A third paper', 'A fourth paper'])

describe('a day of papers', () => {
  it('becomes a source of its own, as the host gave it', async () => {
    hosts.answer = () => ({ body: TWO })
    expect(await run()).toBe(true)
    expect(text('hf-2026-11-23.json')).toBe(TWO)
    expect(listed()).toEqual(['page.txt', 'hf-2026-11-23.json'])
    expect(said).toEqual(['hf-2026-11-23.json: 2 papers'])
  })
  it('is asked for by its date, one after the other, by someone with a name', async () => {
    hosts.answer = ({ query }) => ({ body: hfDaily(query.get('date') ?? '', ['A third paper']) })
    await run({ days: 3 })
    expect(hosts.asked.map(({ path, query }) => [path, query.get('date')])).toEqual([
      ['/api/daily_papers', '2026-11-23'],
      ['/api/daily_papers', '2026-11-22'],
      ['/api/daily_papers', '2026-11-21'],
    ])
    expect(hosts.asked.map(({ headers }) => [headers['user-agent'], headers.accept])[0]).toEqual([
      'Offprint/0 (+https://example.org)',
      'application/json',
    ])
    expect([hosts.most, slept]).toEqual([1, [1000, 1000]])
  })
  it('of arXiv is asked for in one piece, at its pace', async () => {
    hosts.answer = () => ({ body: arxivFeed({ '2611.00001': 'A third paper' }) })
    expect(await run({ sources: ['arxiv'], days: 2 })).toBe(true)
    expect(hosts.asked[0]?.query.get('search_query')).toContain('submittedDate:[202611230000 TO 202611232359]')
    expect(slept).toEqual([3000])
    expect(listed()).toEqual(['page.txt', 'arxiv-2026-11-23.xml', 'arxiv-2026-11-22.xml'])
  })
})

describe('what is there', () => {
  const BEFORE = hfDaily(TODAY, ['A third paper', 'A fourth paper', 'A fifth paper'])
  const HTML = '<!doctype html><title>Sign in</title>'
  it.each<readonly [string, Answer, string]>([
    ['an error page', { body: HTML }, 'what came is no answer of Daily papers of Hugging Face: <!doctype html>'],
    ['an error', { status: 404, body: 'gone' }, 'the host answered 404; what is there stays'],
    ['an empty list', { body: '[]' }, '0 papers came where there are 3; what is there stays'],
    ['half of the list', { body: TWO }, '2 papers came where there are 3; what is there stays'],
    ['half of the bytes', { body: BEFORE.slice(0, 300) }, 'line 1 of the answer: '],
    ['a record without a title', { body: BEFORE.replaceAll('A fifth paper', '') }, 'line 1 of the answer: paper 3'],
    ['a broken connection', { cut: true }, 'other side closed), 4 times; what is there stays'],
    ['a busy host', { status: 503 }, 'the host answered 503, 4 times; what is there stays'],
  ])('stays when the host answers with %s', async (_, answer, sentence) => {
    hosts.answer = () => ({ body: BEFORE })
    await run()
    const list = text('sources.json')
    hosts.answer = () => answer
    expect(await run({ today: TODAY })).toBe(false)
    expect(text('hf-2026-11-23.json')).toBe(BEFORE)
    expect(text('sources.json')).toBe(list)
    expect(said[1]).toContain(sentence)
    expect(files()).toEqual(['hf-2026-11-23.json', 'page.txt', 'sources.json'])
  })
  it('is replaced by as many papers or more, and listed once', async () => {
    for (const body of [TWO, TWO, TWO.replace('"upvotes":1', '"upvotes":7'), BEFORE]) {
      hosts.answer = () => ({ body })
      expect(await run()).toBe(true)
      expect(text('hf-2026-11-23.json')).toBe(body)
    }
    expect(said.map((line) => line.replace('hf-2026-11-23.json: ', ''))).toEqual([
      '2 papers',
      '2 papers, as before',
      '2 papers, changed since',
      '3 papers, 1 more than before',
    ])
    expect(listed()).toEqual(['page.txt', 'hf-2026-11-23.json'])
  })
  it('is joined by nothing on a quiet day', async () => {
    hosts.answer = () => ({ body: '[]' })
    expect(await run()).toBe(true)
    expect([files(), said]).toEqual([['page.txt', 'sources.json'], ['hf-2026-11-23.json: no papers on that day']])
  })
  it('is not touched where its list cannot be read', async () => {
    writeFileSync(join(folder, 'sources.json'), '[{}]')
    expect(await run()).toBe(false)
    expect([hosts.asked.length, text('sources.json')]).toEqual([0, '[{}]'])
    expect(said[0]).toContain('sources.json:1:')
  })
})

describe('a busy host', () => {
  it.each([406, 429, 500, 503])('that answers %i is waited for longer each time', async (status) => {
    let left = 3
    hosts.answer = () => (left-- > 0 ? { status } : { body: TWO })
    expect(await run()).toBe(true)
    expect(slept).toEqual([10_000, 1000, 30_000, 1000, 90_000, 1000])
  })
  it('that says how long is given that time, within reason', async () => {
    const says = ['60', '86400', 'soon']
    hosts.answer = () => {
      const wait = says.shift()
      return wait === undefined ? { body: TWO } : { status: 429, headers: { 'retry-after': wait } }
    }
    expect(await run()).toBe(true)
    expect(slept.filter((each) => each > 1000)).toEqual([60_000, 300_000, 90_000])
  })
})

describe('undated titles', () => {
  const KNOWN: Readonly<Record<string, string>> = {
    '2611.00007': 'A  First\n Paper',
    '2611.00008': 'A second paper, and more of it',
  }
  const play = ({ query }: { readonly query: URLSearchParams }): Answer => {
    const ids = query.get('id_list')?.split(',')
    return { body: arxivFeed(ids ? Object.fromEntries(ids.map((id) => [id, KNOWN[id] ?? ''])) : KNOWN) }
  }
  it('are looked up by their words, and taken from where the title is the very same', async () => {
    hosts.answer = play
    expect(await run({ sources: [], resolve: true })).toBe(true)
    expect(hosts.asked.map(({ query }) => query.get('search_query') ?? query.get('id_list'))).toEqual([
      'ti:"A first paper"',
      'ti:"A second paper"',
      '2611.00007',
    ])
    expect(said).toEqual(['2 undated titles looked up, 1 found'])
    expect(text('arxiv-titles-2026-11-23-1.xml')).toContain('2611.00007')
    expect(text('arxiv-titles-2026-11-23-1.xml')).not.toContain('2611.00008')
  })
  it('that were found are not asked for again', async () => {
    hosts.answer = play
    await run({ sources: [], resolve: true })
    hosts.asked.length = 0
    await run({ sources: [], resolve: true })
    expect(hosts.asked.map(({ query }) => query.get('search_query'))).toEqual(['ti:"A second paper"'])
  })
  it('that were found before the host went away are kept', async () => {
    hosts.answer = (asked) => (asked.query.get('search_query')?.includes('second') ? { status: 503 } : play(asked))
    expect(await run({ sources: [], resolve: true })).toBe(false)
    expect(said[0]).toBe('1 undated titles looked up, 1 found')
    expect(said[1]).toMatch(/^it ended early: .* answered 503, 4 times$/)
    expect(listed()).toEqual(['page.txt', 'arxiv-titles-2026-11-23-1.xml'])
  })
})
