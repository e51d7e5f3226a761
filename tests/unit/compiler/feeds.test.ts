import { parseAtomFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { feedFiles } from '../../../src/compiler/feeds.ts'
import { uuid } from '../../../src/compiler/uuid.ts'
import type { Paper } from '../../../src/corpus/paper.ts'
import { excerptText } from '../../../src/corpus/excerpt.ts'
import { parseRoute } from '../../../src/app/routes.ts'
import { withoutMathMarks } from '../../../src/text/mathematics.ts'
import { paper } from '../../support/papers.ts'
import { seedPapers } from '../../support/seed.ts'
import { HOSTILE_TITLES } from '../formats/hostile-titles.ts'
import { realOptions } from '../formats/real-papers.ts'

const TAKEN = '2026-11-22'
const URN = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const topics = realOptions().topics ?? []
const days = (papers: number, taken = TAKEN) => Array.from({ length: papers }, () => taken)
const seed = seedPapers()
const files = feedFiles(seed, { taken: TAKEN, topics }, days(seed.length))

function textOf(file: string, from = files): string {
  const text = from.get(file)
  if (text === undefined) throw new Error(`there is no ${file}`)
  return text
}

function read(file: string, from = files) {
  const { entries = [], ...feed } = parseAtomFeed(textOf(file, from))
  return { ...feed, entries }
}

/** The papers of a page as their compiled sources would give them. */
function feedsOf(papers: readonly Paper[]) {
  const placed = papers.map((one, rank) => ({ ...one, rank }))
  return feedFiles(placed, { taken: TAKEN, topics: [] }, days(papers.length))
}

/** What keeps a document from being well-formed XML, for the part of XML that our feeds use; null for nothing. */
function xmlFault(text: string): string | null {
  const open: string[] = []
  let at = '<?xml version="1.0" encoding="utf-8"?>\n'.length
  const piece =
    /<(\/?)([a-z]+)((?: [a-z:]+="(?:[^<&"]|&(?:amp|lt|gt|quot);)*")*)(\/?)>|(?:[^<&]|&(?:amp|lt|gt|quot);)+/y
  while (at < text.length) {
    piece.lastIndex = at
    const found = piece.exec(text)
    if (!found) return text.slice(at, at + 60)
    const [all, closes, name, , empty] = found
    if (name !== undefined && closes === '/' && open.pop() !== name) return all
    if (name !== undefined && closes === '' && empty === '') open.push(name)
    at += all.length
  }
  return open.join() || (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/u.exec(text)?.[0] ?? null)
}

/** Where a link of a feed leads that lies beside the manifest of an app at this address. */
const APP = 'https://example.org/some/path/'
const resolved = (file: string, href = ''): string => new URL(href, new URL(`corpus/${file}`, APP)).href

describe('the feeds of the 198 papers', () => {
  it('are one of all papers, one of editions, and one for each topic', () => {
    expect([...files.keys()]).toEqual(['feed.xml', ...topics.map(({ id }) => `feeds/${id}.xml`), 'daily.xml'])
  })

  it.each([...files.keys()])('%s is well-formed, and has what RFC 4287 asks for', (file) => {
    expect(xmlFault(textOf(file))).toBeNull()
    const feed = read(file)
    expect(feed).toMatchObject({ updated: '2026-11-22T00:00:00Z', authors: [{ name: 'Offprint' }] })
    expect(feed.id).toMatch(URN)
    expect(feed.title).toBeTruthy()
    const ids = feed.entries.map(({ id }) => id ?? '')
    expect(ids.filter((id) => !URN.test(id))).toEqual([])
    expect(new Set([feed.id, ...ids]).size).toBe(ids.length + 1)
    const bare = feed.entries.filter(({ title, updated, links, summary, content }) => {
      const alternate = links?.filter(({ rel }) => rel === 'alternate') ?? []
      return !title || updated !== '2026-11-22T00:00:00Z' || alternate.length !== 1 || !summary || !content
    })
    expect(bare).toEqual([])
  })

  it.each([...files.keys()])('%s knows its own address and that of the app, under any path', (file) => {
    const links = read(file).links ?? []
    expect(links.map(({ rel, href }) => [rel, resolved(file, href).replace(/#.*/, '')])).toEqual([
      ['self', `${APP}corpus/${file}`],
      ['alternate', APP],
    ])
  })

  it('has every paper in page order, title and abstract intact, under its own name', () => {
    const { entries } = read('feed.xml')
    expect(entries.map(({ title }) => title?.value)).toEqual(seed.map(({ title }) => withoutMathMarks(title)))
    expect(entries.map(({ summary }) => summary?.value)).toEqual(seed.map(excerptText))
    expect(entries.map(({ id }) => id)).toEqual(seed.map(({ id }) => `urn:uuid:${uuid(id)}`))
    const lost = seed.filter(({ abstract }, at) => {
      const shown = entries[at]?.content?.value?.match(/^<p>(.*?)<\/p>/s)?.[1] ?? ''
      return (
        shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&') !==
        abstract
      )
    })
    expect(lost).toEqual([])
  })

  it('leads from an entry to the page of its paper, and to what the paper links', () => {
    const { entries } = read('feed.xml')
    const routes = entries.map(({ links = [] }) => {
      const url = new URL(resolved('feed.xml', links[0]?.href))
      return [url.href.replace(url.hash, ''), parseRoute(url.hash)]
    })
    expect(routes).toEqual(seed.map(({ id, title }) => [APP, { kind: 'paper', id, title }]))
    expect(entries.map(({ links = [] }) => links.slice(1).map(({ href }) => href))).toEqual(
      seed.map(({ projectLink, codeLinks }) =>
        [...new Set([projectLink, ...codeLinks])].filter((link) => link?.startsWith('https:')),
      ),
    )
  })

  it('has in the feed of a topic the papers of the topic', () => {
    for (const { id, label } of topics) {
      const { title, entries } = read(`feeds/${id}.xml`)
      const own = seed.filter((one) => one.topics.includes(id))
      expect([title?.value, entries.length]).toEqual([`Offprint: ${label}`, own.length])
      expect(entries.map((entry) => entry.id)).toEqual(own.map((one) => `urn:uuid:${uuid(one.id)}`))
      expect(entries.filter(({ categories = [] }) => !categories.some(({ term }) => term === id))).toEqual([])
      const lead = own[0]
      if (!lead) continue
      expect(new URL(resolved(`feeds/${id}.xml`, entries[0]?.links?.[0]?.href)).hash).toMatch(`#/paper/${lead.id}?`)
    }
  })

  it('puts the page out in editions of twelve, no paper twice and none left out', () => {
    const { entries } = read('daily.xml')
    expect(entries.map(({ title }) => title?.value)).toEqual(
      Array.from({ length: 17 }, (_, at) => `Offprint of 22 Nov · edition ${String(at + 1)} of 17`),
    )
    const ids = entries.map(({ content }) =>
      [...(content?.value?.matchAll(/<h3><a href="\.\.\/#\/paper\/([a-z0-9-]+)\?/g) ?? [])].map(([, id]) => id),
    )
    expect(ids.map(({ length }) => length)).toEqual([...Array.from({ length: 16 }, () => 12), 6])
    expect(ids.flat().toSorted()).toEqual(seed.map(({ id }) => id).toSorted())
    expect(entries[0]?.summary?.value).toBe(`${seed[0]?.title ?? ''}, and 11 more`)
  })
})

describe('feeds of other pages', () => {
  it.each(HOSTILE_TITLES)('%s', (title) => {
    const feeds = feedsOf([paper({ id: 'a', title, abstract: `${title} \u0000\u000B\uFFFF\uD800 end` })])
    expect([...feeds.values()].map(xmlFault)).toEqual([null, null])
    // Readers drop space at the ends.
    expect(read('feed.xml', feeds).entries[0]?.title?.value).toBe(title.trim())
    expect(read('daily.xml', feeds).entries[0]?.content?.value).not.toMatch(/<(?!\/?(h3|p|a)[ >])/)
  })

  it('states for each paper the day its own source was retrieved, the newest editions first', () => {
    const papers = [0, 1, 2].map((rank) => paper({ id: `p${String(rank)}`, title: `Paper ${String(rank)}`, rank }))
    const feeds = feedFiles(papers, { taken: TAKEN, topics: [] }, [...days(2, '2026-11-20'), ...days(1)])
    expect(read('feed.xml', feeds).entries.map(({ updated }) => updated?.slice(0, 10))).toEqual([
      '2026-11-20',
      '2026-11-20',
      TAKEN,
    ])
    expect(read('daily.xml', feeds).entries.map(({ title, updated }) => [title?.value, updated?.slice(0, 10)])).toEqual(
      [
        ['Offprint of 22 Nov · edition 1 of 1', TAKEN],
        ['Offprint of 20 Nov · edition 1 of 1', '2026-11-20'],
      ],
    )
  })
})

describe('the names of entries', () => {
  it('are UUIDs of version 5, as RFC 9562 makes them', () => {
    expect(uuid('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2')
  })
  it('stay for ever', () => {
    expect(uuid('2h9kvrpb2h')).toBe('3d8b4337-b4b2-5261-8aa5-010c43cfb352')
  })
})
