/** Which files to read: those listed in a directory's sources.json, or files named one by one. */
import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import * as v from 'valibot'
import { err, ok, type Result } from '../base/result.ts'
import { at, readJson } from './place.ts'

/** The list in a folder of sources. */
export const SOURCE_LIST = 'sources.json'

const Entry = v.object({
  file: v.pipe(v.string(), v.regex(/^[^/\\]+$/, 'a file name without a path')),
  /** What readers see it called. */
  name: v.pipe(v.string(), v.minLength(1)),
  what: v.string(),
  /** The day it was retrieved. */
  taken: v.pipe(v.string(), v.isoDate()),
})
const SourceList = v.pipe(v.array(Entry), v.minLength(1))
export type SourceEntry = v.InferOutput<typeof Entry>

/** A file to read, and what is known about it. */
export interface SourceFile {
  readonly path: string
  readonly name: string
  readonly taken: string
}

/** Sources in the order given, a directory standing for all that its sources.json lists; or the first that is wrong. */
export function listSources(paths: readonly string[]): Result<readonly SourceFile[], string> {
  const files: SourceFile[] = []
  for (const path of paths) {
    if (!existsSync(path)) return err(at(path, 1, 'there is no such file'))
    const listed = statSync(path).isDirectory() ? listDirectory(path) : describeFile(path)
    if (!listed.ok) return listed
    files.push(...listed.value)
  }
  return ok(files)
}

function listDirectory(directory: string): Result<readonly SourceFile[], string> {
  // A corpus that was compiled before: its manifest says where its files are.
  if (existsSync(join(directory, 'manifest.json'))) return describeFile(join(directory, 'manifest.json'))
  const listed = readSourceList(directory)
  if (!listed.ok) return listed
  return ok(listed.value.map(({ file, name, taken }) => ({ path: join(directory, file), name, taken })))
}

/** What a directory's list says of its sources; an error where it cannot be read, or names a file that is not there. */
export function readSourceList(directory: string): Result<readonly SourceEntry[], string> {
  const list = join(directory, SOURCE_LIST)
  const json = readJson(list)
  if (!json.ok) return json
  const read = v.safeParse(SourceList, json.value.value)
  if (!read.success) return err(at(list, 1, `${v.getDotPath(read.issues[0]) ?? 'list'}: ${read.issues[0].message}`))
  const missing = read.output.find(({ file }) => !existsSync(join(directory, file)))
  if (missing) return err(at(list, 1, `it lists ${missing.file}, which is not there`))
  return ok(read.output)
}

/** A file that a sources.json beside it describes; else its own name, and the day in that name or of its last change. */
function describeFile(path: string): Result<readonly SourceFile[], string> {
  const beside = dirname(path)
  if (existsSync(join(beside, SOURCE_LIST))) {
    const listed = listDirectory(beside)
    const known = listed.ok ? listed.value.find((source) => basename(source.path) === basename(path)) : undefined
    if (known) return ok([{ ...known, path }])
  }
  const day = /\d{4}-\d{2}-\d{2}/.exec(basename(path))?.[0]
  const taken = v.is(Entry.entries.taken, day) ? day : statSync(path).mtime.toISOString().slice(0, 10)
  return ok([{ path, name: basename(path), taken }])
}
