/** The page that lists papers for readers without script: one HTML file and its style sheet. */
import type { Manifest } from '../corpus/manifest.ts'
import type { Paper } from '../corpus/paper.ts'
import { byline } from '../formats/byline.ts'
import { clickableLinks } from '../formats/links.ts'
import { escapeMarkup } from '../formats/markup.ts'

/** Its one style sheet, and nothing else: no script, no other host. */
const POLICY = ["default-src 'none'", "style-src 'self'", "base-uri 'none'", "form-action 'none'"].join('; ')

/** The whole page; addresses are relative to the corpus directory. */
export function papersPage(papers: readonly Paper[], { taken, papers: all, sources }: Manifest): string {
  const names = sources.map(({ name }) => escapeMarkup(name)).join(' · ')
  const part = papers.length < all ? `The first ${String(papers.length)} of ${String(all)}` : `All ${String(all)}`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<title>Offprint: the papers</title>
<link rel="stylesheet" href="papers.css">
<link rel="alternate" type="application/atom+xml" title="Offprint: all papers" href="feed.xml">
</head>
<body>
<header>
<h1>Offprint</h1>
<p>${part} papers, in the order of their page, as plain text. ${names}, retrieved on <time datetime="${taken}">${taken}</time>.</p>
<p><a href="../">Open the app</a> to search, save and read them offline; it needs JavaScript. <a href="feed.xml">Feed</a> for feed readers.</p>
</header>
<main>
${papers.map(entry).join('\n')}
</main>
</body>
</html>
`
}

function entry(paper: Paper): string {
  const { id, title, abstract } = paper
  const by = escapeMarkup(byline(paper, 'some authors'))
  const anchors = clickableLinks({ paper }).map(
    ({ name, url }) => `<a href="${escapeMarkup(url)}" rel="noreferrer">${name}</a>`,
  )
  return `<article id="p-${id}">
<h2>${escapeMarkup(title)}</h2>${by === '' ? '' : `\n<p>${by}</p>`}
<p>${escapeMarkup(abstract)}</p>${anchors.length > 0 ? `\n<p>${anchors.join(' · ')}</p>` : ''}
</article>`
}

/** Its look: one calm column, light or dark as the reader's system is, and printable. */
export const PAPERS_STYLE = `:root { color-scheme: light dark }
body { max-width: 38rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; font: 1.0625rem/1.6 Charter, 'Bitstream Charter', Georgia, serif }
h1 { font-size: 2rem; margin: 0 0 .5rem }
header { padding-bottom: 1.5rem; border-bottom: 1px solid }
article { padding: 1.75rem 0 .5rem; break-inside: avoid }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 0 0 .5rem; text-wrap: balance }
p { margin: 0 0 .75rem; hyphens: auto; overflow-wrap: anywhere }
`
