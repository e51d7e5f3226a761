/** The feeds beside a corpus: all papers, each topic's, and the page twelve papers at a time. */
import type { Manifest } from '../corpus/manifest.ts'
import { excerptText } from '../corpus/excerpt.ts'
import { dayOfPaper, type Paper, type Topic } from '../corpus/paper.ts'
import { mix } from '../digest/mix.ts'
import { DEFAULT_RULES } from '../digest/rules.ts'
import { byline } from '../formats/byline.ts'
import { writeAtom, type Feed, type FeedEntry } from '../formats/atom.ts'
import { clickableLinks } from '../formats/links.ts'
import { escapeMarkup } from '../formats/markup.ts'
import { withoutMathMarks } from '../text/mathematics.ts'
import { uuid } from './uuid.ts'
import { countPapers, longDay, shortDay } from '../text/english.ts'

/** Papers in an edition, as in the app until its reader says otherwise. */
const EDITION_SIZE = DEFAULT_RULES.size

/** What a corpus says of itself, as far as feeds repeat it. */
type About = Pick<Manifest, 'taken'> & { readonly topics: readonly Topic[] }

/** Each feed by its file name, which may have a folder in it; `days` are those on which the sources of the papers were retrieved. */
export function feedFiles(
  papers: readonly Paper[],
  about: About,
  days: readonly string[],
): ReadonlyMap<string, string> {
  const taken: Taken = ({ rank }) => days[rank] ?? ''
  const feeds = [
    allPapers(papers, about, taken),
    ...about.topics.map((topic) => topicPapers(papers, about, taken, topic)),
    editions(papers, about, taken),
  ]
  return new Map(feeds.map(({ file, feed }) => [file, writeAtom(feed)]))
}

interface FeedFile {
  readonly file: string
  readonly feed: Feed
}
/** The day on which the source of a paper was retrieved. */
type Taken = (paper: Paper) => string

function allPapers(papers: readonly Paper[], about: About, taken: Taken): FeedFile {
  return {
    file: 'feed.xml',
    feed: {
      uuid: uuid('feed:all'),
      title: 'Offprint: all papers',
      subtitle: `${countPapers(papers.length)} in page order, retrieved on ${longDay(about.taken)}.`,
      updated: about.taken,
      self: 'feed.xml',
      home: '../',
      entries: papers.map((paper) => paperEntry(paper, '../', about.topics, taken)),
    },
  }
}

function topicPapers(papers: readonly Paper[], about: About, taken: Taken, { id, label }: Topic): FeedFile {
  const own = papers.filter(({ topics }) => topics.includes(id))
  return {
    file: `feeds/${id}.xml`,
    feed: {
      uuid: uuid(`feed:topic:${id}`),
      title: `Offprint: ${label}`,
      subtitle: `${countPapers(own.length)} on ${label}, in page order, retrieved on ${longDay(about.taken)}.`,
      updated: about.taken,
      self: `${id}.xml`,
      home: `../../#/browse?topic=${id}`,
      entries: own.map((paper) => paperEntry(paper, '../../', about.topics, taken)),
    },
  }
}

/**
 * The papers of each day on which a source was retrieved, twelve at a time. A page of many editions is put out whole
 * on its day: later ones would have to state days that have not come, and `updated` is never any but the source's.
 */
function editions(papers: readonly Paper[], about: About, taken: Taken): FeedFile {
  const days = [...new Set(papers.map(taken))].sort().reverse()
  return {
    file: 'daily.xml',
    feed: {
      uuid: uuid('feed:daily'),
      title: 'Offprint: an edition a day',
      subtitle: 'Editions of twelve papers, topics mixed, for readers of feeds. The app makes yours of what you save.',
      updated: about.taken,
      self: 'daily.xml',
      home: '../',
      entries: days.flatMap((day) =>
        editionEntries(
          papers.filter((paper) => taken(paper) === day),
          day,
        ),
      ),
    },
  }
}

function editionEntries(papers: readonly Paper[], day: string): readonly FeedEntry[] {
  const parts: (readonly Paper[])[] = []
  // What the app shows a reader of whom it knows nothing.
  let left = papers.map((paper) => ({ paper }))
  while (left.length > 0) {
    const part = mix(left, EDITION_SIZE, EDITION_SIZE, [])
    parts.push(part.map(({ paper }) => paper))
    left = left.filter((one) => !part.includes(one))
  }
  return parts.map((part, index) => ({
    uuid: uuid(`edition:${day}:${String(index + 1)}`),
    title: `Offprint of ${shortDay(day)} · edition ${String(index + 1)} of ${String(parts.length)}`,
    authors: [],
    updated: day,
    published: null,
    href: '../',
    summary: leadAndRest(part),
    content: part
      .map((paper) => `<h3>${anchor(paperHref(paper, '../'), paper)}</h3>${body(paper, excerptText(paper))}`)
      .join('\n'),
    topics: [],
    related: [],
  }))
}

function paperEntry(paper: Paper, app: string, labels: readonly Topic[], taken: Taken): FeedEntry {
  return {
    uuid: uuid(paper.id),
    title: withoutMathMarks(paper.title),
    authors: paper.authors ?? [],
    updated: taken(paper),
    published: dayOfPaper(paper),
    href: paperHref(paper, app),
    summary: excerptText(paper),
    content: body(paper, paper.abstract),
    topics: labels.filter(({ id }) => paper.topics.includes(id)),
    related: clickableLinks({ paper }),
  }
}

/** What an edition leads with, and how much more it has. */
function leadAndRest([lead, ...rest]: readonly Paper[]): string {
  const title = withoutMathMarks(lead?.title ?? '')
  return rest.length === 0 ? title : `${title}, and ${String(rest.length)} more`
}

/** A paper's own page of the app; its title rides along for devices that lack the paper. */
function paperHref({ id, title }: Paper, app: string): string {
  return `${app}#/paper/${id}?${new URLSearchParams({ t: title }).toString()}`
}

function anchor(href: string, { title }: Paper): string {
  return `<a href="${escapeMarkup(href)}">${escapeMarkup(withoutMathMarks(title))}</a>`
}

/** A text of the paper's, mathematics as its authors wrote it, what sources state beside it, and its links. */
function body(paper: Paper, text: string): string {
  const links = clickableLinks({ paper }).map(({ name, url }) => `<a href="${escapeMarkup(url)}">${name}</a>`)
  const further = [escapeMarkup(byline(paper, 'some authors')), links.join(' · ')].filter((part) => part !== '')
  return [escapeMarkup(text), ...further].map((inner) => `<p>${inner}</p>`).join('')
}
