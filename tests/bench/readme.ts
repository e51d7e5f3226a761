/** The tables of a run as the README of the bench. */
import type { Cell, Table } from './part.ts'

/** A cell as text. */
export function show(cell: Cell): string {
  return typeof cell === 'string' ? cell : String(Math.round(cell * 1000) / 1000)
}

/** Markdown; `about` says when and where. */
export function readmeOf(about: { readonly date: string; readonly machine: string }, tables: readonly Table[]): string {
  const head = `# The bench

Written by \`npm run bench -- engines --write\` on ${about.date}: ${about.machine}. \`--sizes 198,2000\` measures at other numbers of papers; larger corpora are made from the real papers by the rule in \`tests/support/made-papers.ts\`. The other parts are listed in \`run.ts\`.
`
  return [head, ...tables.map(inMarkdown)].join('\n')
}

function inMarkdown({ title, columns, rows, note }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const rule = line(columns.map(() => '---'))
  return [
    `## ${title}`,
    '',
    line(columns),
    rule,
    ...rows.map((row) => line(row.map(show))),
    '',
    `${note.charAt(0).toUpperCase()}${note.slice(1)}.`,
    '',
  ].join('\n')
}
