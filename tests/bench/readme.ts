/** The tables of a run as the README of the bench. */
import type { Cell, Table } from './part.ts'

/** A cell as text. */
export function show(cell: Cell): string {
  return typeof cell === 'string' ? cell : String(Math.round(cell * 1000) / 1000)
}

/** The README with these tables in it, each in the place of its last figures; `about` says when and where they were taken. */
export function readmeOf(
  before: string,
  about: { readonly date: string; readonly machine: string },
  tables: readonly Table[],
): string {
  const taken = `${about.date}: ${about.machine}`
  const sections = new Map(
    before
      .split(/^(?=## )/m)
      .slice(1)
      .map((text) => [text.slice(3, text.indexOf('\n')), text]),
  )
  for (const table of tables) sections.set(table.title, inMarkdown(table, taken))
  return [HEAD, ...[...sections.values()].map((text) => text.trimEnd())].join('\n\n') + '\n'
}

const HEAD = `# The bench

Tables written by \`npm run bench -- PART --write\`; the parts are listed in \`run.ts\`. \`--sizes 198,2000\` measures at other numbers of papers; larger corpora are made from the real papers by the rule in \`tests/support/made-papers.ts\`.`

function inMarkdown({ title, columns, rows, note }: Table, taken: string): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const rule = line(columns.map(() => '---'))
  return [
    `## ${title}`,
    '',
    line(columns),
    rule,
    ...rows.map((row) => line(row.map(show))),
    '',
    `${note.charAt(0).toUpperCase()}${note.slice(1)}. Taken on ${taken}.`,
  ].join('\n')
}
