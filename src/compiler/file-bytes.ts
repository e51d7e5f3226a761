/** The bytes of source files, never more of them than a source may have. */
import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { err, ok, type Result } from '../base/result.ts'
import { messageOf } from '../base/thrown.ts'
import { MOST_BYTES } from '../sources/bounds.ts'
import type { Beside } from '../sources/corpus-files.ts'
import { at } from './place.ts'

/** A file's bytes; one that is too large is not read at all. */
export function readBytes(path: string): Result<Uint8Array, string> {
  try {
    const { size } = statSync(path)
    if (size > MOST_BYTES) return err(at(path, 1, `larger than ${String(MOST_BYTES / 1_000_000)} MB; cut it up`))
    return ok(readFileSync(path))
  } catch (cause) {
    return err(at(path, 1, `cannot be read: ${messageOf(cause)}`))
  }
}

/** The files beside one, by their names. */
export function besideFile(path: string): Beside {
  return (file) => {
    const bytes = readBytes(join(dirname(path), file))
    return bytes.ok ? bytes.value : undefined
  }
}
