/** RIS: one tag a line, CRLF, from TY to ER. */
import { withCiteKeys } from './cite-key.ts'
import type { ExportEntry, WriteExport } from './export-entry.ts'
import { identifierOf } from './identifiers.ts'
import { statedLinks } from './links.ts'
import { familyFirst } from './names.ts'
import { oneLine } from './one-line.ts'

/** Records in order, each closed. */
export const writeRis: WriteExport = function* (entries) {
  for (const [index, [key, entry]] of withCiteKeys(entries).entries())
    yield (index > 0 ? '\r\n' : '') + risRecord(entry, key)
}

function risRecord(entry: ExportEntry, key: string): string {
  const identifier = identifierOf(entry)
  const links = statedLinks(entry)
  const fields: [tag: string, value: string | undefined][] = [
    // Generic: whether it is an article, a report or a preprint, the source does not say.
    ['TY', 'GEN'],
    ['ID', key],
    ['TI', entry.paper.title],
    ...(entry.paper.authors ?? []).map((name): [string, string] => ['AU', familyFirst(name)]),
    ['PY', entry.paper.published?.slice(0, 4)],
    ['DA', entry.paper.published?.replaceAll('-', '/')],
    ['AB', entry.paper.abstract],
    ['DO', identifier?.kind === 'doi' ? identifier.value : undefined],
    ...links.map(({ url }): [string, string] => ['UR', url]),
    ['Y2', links.length === 0 ? undefined : entry.accessed?.replaceAll('-', '/')],
    ...(entry.lists ?? []).map((list): [string, string] => ['KW', list]),
    ['N1', entry.note],
  ]
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}\r\n`] : []))
  return `${lines.join('')}ER  - \r\n`
}
