/** The table of a README that a run writes, between two marks. */
import { readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'

const MARKS = /(<!-- table -->\n)[^]*(\n<!-- end -->)/

/** Puts a table, and a sentence about the run above it, in place of the last one. */
export async function putTable(
  path: string,
  about: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<void> {
  const page = await readFile(path, 'utf8')
  const table = [about, '', ...[head, head.map(() => '---'), ...rows].map(line)].join('\n')
  await writeFile(
    path,
    page.replace(MARKS, (_, start: string, end: string) => `${start}\n${table}\n${end}`),
  )
}

/** What it ran on. */
export function machine(): string {
  return `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}`
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
