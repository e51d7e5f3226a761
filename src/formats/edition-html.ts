/** An edition as HTML that mail programs show as meant: tables, inline style, 600 pixels, nothing fetched. */
import { excerptText } from '../corpus/excerpt.ts'
import { withoutMathMarks } from '../text/mathematics.ts'
import { byline } from './byline.ts'
import { letterEntries, paperPage, type Letter, type LetterEntry } from './letter.ts'
import { clickableLinks } from './links.ts'
import { escapeMarkup } from './markup.ts'
import { oneLine } from './one-line.ts'

const SERIF = "font-family:'Iowan Old Style',Charter,Cambria,Georgia,serif"
const SANS = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

/** Ink by the place it is used in; programs that know dark put the second colour in, by class. */
const INKS = {
  paper: ['#fbfaf8', '#101318'],
  ink: ['#1b1f27', '#e8e6e1'],
  soft: ['#454b57', '#b9b8b4'],
  faint: ['#5f6570', '#9c9b97'],
  rubric: ['#9a2a2c', '#f0958c'],
} as const
type Ink = Exclude<keyof typeof INKS, 'paper'>

const DARK = [
  `.paper{background-color:${INKS.paper[1]}!important}`,
  ...(['ink', 'soft', 'faint', 'rubric'] as const).map((ink) => `.${ink}{color:${INKS[ink][1]}!important}`),
  '.rule{border-color:#3a3f49!important}',
].join('')

/** A whole document, as a mail's part and as a page of its own. */
export function writeEditionHtml(letter: Letter): string {
  let number = 0
  const rows = letter.sections.flatMap(({ heading, entries }) => [
    ...(heading === '' ? [] : [headingRow(heading)]),
    ...entries.map((entry) => entryRow(entry, ++number, letter)),
  ])
  return `${head(letter)}
<body class="paper" style="margin:0;padding:0;background-color:${INKS.paper[0]};-webkit-text-size-adjust:100%">
${preview(letter)}
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:${INKS.paper[0]}">
<tr><td align="center" style="padding:32px 20px 48px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;text-align:left">
<tr><td style="padding:0 0 20px">${masthead(letter)}</td></tr>
${rows.join('\n')}
<tr><td class="rule" style="padding:20px 0 0;border-top:1px solid #d9d7d2">${footer(letter)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`
}

function head({ subject }: Letter): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${line(subject)}</title>
<style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${DARK}}</style>
</head>`
}

/** The line that a list of mails shows beside the subject. */
function preview(letter: Letter): string {
  const titles = letterEntries(letter).map(({ paper }) => withoutMathMarks(paper.title))
  return `<div style="display:none;max-height:0;overflow:hidden">${line(titles.slice(0, 2).join(' · '))}</div>`
}

function masthead({ subject, about }: Letter): string {
  const [title = '', ...rest] = subject.split(' · ')
  const edition =
    rest.length === 0 ? '' : text('p', 'faint', `${SANS};font-size:14px;line-height:20px`, line(rest.join(' · ')), 4)
  return [
    text('h1', 'ink', `${SERIF};font-size:32px;line-height:38px;font-weight:400`, line(title)),
    edition,
    text('p', 'soft', `${SANS};font-size:14px;line-height:20px`, line(about), 8),
  ].join('\n')
}

function headingRow(heading: string): string {
  const style = `${SANS};font-size:12px;line-height:18px;font-weight:600;letter-spacing:.07em;text-transform:uppercase`
  return `<tr><td class="rule" style="padding:28px 0 12px;border-top:2px solid #1b1f27">${text('h2', 'faint', style, line(heading))}</td></tr>`
}

function entryRow({ paper, reason }: LetterEntry, number: number, letter: Letter): string {
  const page = paperPage(paper, letter)
  const title = line(withoutMathMarks(paper.title))
  const by = line(byline(paper, 'some authors'))
  const links = clickableLinks({ paper }).map(({ name, url }) => anchor(url, 'rubric', 'underline', name))
  const parts = [
    text(
      'p',
      'faint',
      `${SANS};font-size:13px;line-height:18px`,
      [String(number), line(reason)].filter((part) => part !== '').join(' · '),
    ),
    text(
      'h3',
      'ink',
      `${SERIF};font-size:21px;line-height:27px;font-weight:600`,
      page === null ? title : anchor(page, 'ink', 'none', title),
      4,
    ),
    ...(by === '' ? [] : [text('p', 'faint', `${SANS};font-size:13px;line-height:18px`, by, 4)]),
    text('p', 'ink', `${SERIF};font-size:17px;line-height:27px`, line(excerptText(paper)), 8),
    ...(links.length === 0
      ? []
      : [text('p', 'soft', `${SANS};font-size:14px;line-height:20px`, links.join(' &nbsp; '), 8)]),
  ]
  return `<tr><td class="rule" style="padding:20px 0;border-top:1px solid #d9d7d2">\n${parts.join('\n')}\n</td></tr>`
}

function footer({ app }: Letter): string {
  const own = 'Made on the reader’s own device by Offprint. It fetches nothing and tells nobody that it was opened.'
  const open = app === null ? '' : `${anchor(app, 'rubric', 'underline', 'Open Offprint')}. `
  return text('p', 'faint', `${SANS};font-size:13px;line-height:19px`, `${open}${own}`)
}

/** A block of text whose colour is stated in place, and by class for the dark. */
function text(tag: 'h1' | 'h2' | 'h3' | 'p', ink: Ink, style: string, inner: string, above = 0): string {
  return `<${tag} class="${ink}" style="margin:${String(above)}px 0 0;${style};color:${INKS[ink][0]};overflow-wrap:break-word">${inner}</${tag}>`
}

function anchor(url: string, ink: Ink, decoration: 'none' | 'underline', inner: string): string {
  return `<a class="${ink}" href="${escapeMarkup(url)}" rel="noreferrer" style="color:${INKS[ink][0]};text-decoration:${decoration}">${inner}</a>`
}

/** Text on one line, escaped. */
function line(words: string): string {
  return escapeMarkup(oneLine(words))
}
