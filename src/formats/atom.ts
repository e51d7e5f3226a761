/** Atom feeds (RFC 4287): what a feed says in, one XML document out. */
import type { Topic } from '../corpus/paper.ts'
import { escapeMarkup } from './markup.ts'

export interface FeedEntry {
  /** The part of `urn:uuid:` after the second colon; it stays when the entry changes. */
  readonly uuid: string
  readonly title: string
  /** Empty where the feed's own stands for them. */
  readonly authors: readonly string[]
  /** A day, 2026-11-22. */
  readonly updated: string
  /** The day by which it is put among others, where one is known. */
  readonly published: string | null
  /** Where it is read: a URL relative to the feed. */
  readonly href: string
  readonly summary: string
  /** HTML. */
  readonly content: string
  readonly topics: readonly Topic[]
  /** Pages on the same thing. */
  readonly related: readonly { readonly name: string; readonly url: string }[]
}

export interface Feed {
  readonly uuid: string
  readonly title: string
  readonly subtitle: string
  readonly updated: string
  /** The feed's own file, and the page it belongs to: URLs relative to the feed, so that it works under any path. */
  readonly self: string
  readonly home: string
  readonly entries: readonly FeedEntry[]
}

/** The document; the same feed gives the same bytes. */
export function writeAtom(feed: Feed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>urn:uuid:${feed.uuid}</id>
<title>${escapeMarkup(feed.title)}</title>
<subtitle>${escapeMarkup(feed.subtitle)}</subtitle>
<updated>${moment(feed.updated)}</updated>
<author><name>Offprint</name></author>
<link rel="self" type="application/atom+xml" href="${escapeMarkup(feed.self)}"/>
<link rel="alternate" type="text/html" href="${escapeMarkup(feed.home)}"/>
${feed.entries.map(entry).join('')}</feed>
`
}

function entry({
  uuid,
  title,
  authors,
  updated,
  published,
  href,
  summary,
  content,
  topics,
  related,
}: FeedEntry): string {
  const lines = [
    `<id>urn:uuid:${uuid}</id>`,
    // Plain text: as HTML a name such as <Bubble> would be taken for an element.
    `<title>${escapeMarkup(title)}</title>`,
    ...authors.map((name) => `<author><name>${escapeMarkup(name)}</name></author>`),
    ...(published === null ? [] : [`<published>${moment(published)}</published>`]),
    `<updated>${moment(updated)}</updated>`,
    `<link rel="alternate" type="text/html" href="${escapeMarkup(href)}"/>`,
    ...related.map(
      ({ name, url }) => `<link rel="related" title="${escapeMarkup(name)}" href="${escapeMarkup(url)}"/>`,
    ),
    ...topics.map(({ id, label }) => `<category term="${escapeMarkup(id)}" label="${escapeMarkup(label)}"/>`),
    `<summary>${escapeMarkup(summary)}</summary>`,
    `<content type="html">${escapeMarkup(content)}</content>`,
  ]
  return `<entry>\n${lines.join('\n')}\n</entry>\n`
}

/** A source states no hour: midnight, the zone of all days here being UTC. */
function moment(day: string): string {
  return `${day}T00:00:00Z`
}
