/** The offprint file: papers, notes and search as one HTML page that opens from a disk, offline, without the app. */
import { byline } from './byline.ts'
import type { ExportEntry, ExportOptions, WriteExport } from './export-entry.ts'
import { clickableLinks } from './links.ts'
import { escapeMarkup } from './markup.ts'
import pageStyle from './offprint-page.css?raw'
import searchScript from './offprint-search.js?raw'
import { topicLabels } from './topic-labels.ts'
import { countPapers, longDay } from '../text/english.ts'

/** Base64 SHA-256 of the style and the script: the page's policy allows these two and nothing else. */
const STYLE_SHA256 = 'aSYSSOwpJtJcAF+iCElkZ5YU0Y3AKScg8NW5zZsrKKM='
const SCRIPT_SHA256 = 'BWrAGtlrNzkL56GjD+xcH/tC7aKXKhFmicAEpoH0nko='

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_SHA256}'`,
  `script-src 'sha256-${SCRIPT_SHA256}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * The page. Mathematics stays the authors' TeX: a renderer would weigh more than the papers, and what is seen is
 * then what search finds and what is copied.
 */
export const writeOffprintFile: WriteExport = function* (entries, options) {
  yield* ended([
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="generator" content="Offprint">',
    `<title>${escapeMarkup(options.title)}</title>`,
    `<style>${unixLines(pageStyle)}</style>`,
    '</head>',
    '<body>',
    ...head(entries, options),
    '<main>',
    '<p id="none" hidden>No paper here has all of these words.</p>',
  ])
  for (const [index, entry] of entries.entries()) yield `${article(entry, index + 1, options)}\n`
  yield* ended([
    '</main>',
    '<footer>',
    '<p>Titles and abstracts stand as their source gives them. This page holds all it shows and fetches nothing.</p>',
    '</footer>',
    `<script type="module">${unixLines(searchScript)}</script>`,
    '</body>',
    '</html>',
  ])
}

function ended(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `${line}\n`)
}

function head(entries: readonly ExportEntry[], { title, date }: ExportOptions): readonly string[] {
  return [
    '<header>',
    `<h1>${escapeMarkup(title)}</h1>`,
    element('p', null, escapeMarkup(`${countPapers(entries.length)} · ${longDay(date)}`)),
    '</header>',
    '<search>',
    // Shown by the script: without one there are no words to look for.
    '<div id="finder" hidden>',
    '<input id="words" type="search" aria-label="Search these papers" placeholder="Search"',
    ' autocomplete="off" spellcheck="false">',
    '<span id="count" role="status"></span>',
    '</div>',
    '<label><input id="titles-only" type="checkbox">Titles only</label>',
    '</search>',
  ]
}

function article(entry: ExportEntry, number: number, options: ExportOptions): string {
  const { paper, lists = [], note = '' } = entry
  const links = clickableLinks(entry).map(({ name, url }) => `<a href="${escapeMarkup(url)}">${name}</a>`)
  const topics = topicLabels(paper, options).map(escapeMarkup)
  const facts = [
    // Of the class of topics, so that they are found and marked by the script as those are.
    element('span', 'authors topics', escapeMarkup(byline(paper, 'every author'))),
    element('span', 'links', links.join(' ')),
    element('span', 'topics', topics.join(' · ')),
    element('span', 'lists', lists.length === 0 ? '' : `In ${lists.map(escapeMarkup).join(' · ')}`),
  ]
  const parts = [
    element('h2', null, escapeMarkup(paper.title)),
    element('p', 'facts', facts.join('')),
    element('p', 'abstract', escapeMarkup(paper.abstract)),
    element('p', 'note', escapeMarkup(note.trim())),
  ]
  return `<article data-number="${String(number)}">\n${parts.filter((part) => part !== '').join('\n')}\n</article>`
}

/** An element around markup; an empty one is left out. */
function element(name: string, className: string | null, inner: string): string {
  const attribute = className === null ? '' : ` class="${className}"`
  return inner === '' ? '' : `<${name}${attribute}>${inner}</${name}>`
}

/** A checkout on Windows may have turned the line ends, which would change the hashes. */
function unixLines(text: string): string {
  return text.replaceAll('\r\n', '\n')
}
