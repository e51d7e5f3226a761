/** The folder of sources: each file whole or not at all, and the list that says what it is. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { err, ok, type Result } from '../base/result.ts'
import { readSourceList, SOURCE_LIST, type SourceEntry } from '../compiler/source-list.ts'

export interface SourceFolder {
  /** The bytes of a file; null where there is none. */
  readonly read: (file: string) => Uint8Array | null
  readonly entries: () => readonly SourceEntry[]
  /** Writes a file, then the list; cut short between the two, a file is there that nobody reads. */
  readonly put: (entry: SourceEntry, bytes: Uint8Array) => void
}

/** The folder as it is; an error says what is wrong with its list. */
export function openSourceFolder(folder: string): Result<SourceFolder, string> {
  const listed = readSourceList(folder)
  if (!listed.ok) return err(listed.error)
  let entries = listed.value
  const put = (entry: SourceEntry, bytes: Uint8Array): void => {
    replace(join(folder, entry.file), bytes)
    entries = [...entries.filter(({ file }) => file !== entry.file), entry]
    replace(join(folder, SOURCE_LIST), `${JSON.stringify(entries, null, 2)}\n`)
  }
  const read = (file: string): Uint8Array | null => {
    const path = join(folder, file)
    return existsSync(path) ? readFileSync(path) : null
  }
  return ok({ read, entries: () => entries, put })
}

/** Under another name first, so that a file is never half there. */
function replace(path: string, content: Uint8Array | string): void {
  const beside = `${path}.new`
  writeFileSync(beside, content)
  renameSync(beside, path)
}
