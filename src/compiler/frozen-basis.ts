/** The basis that every corpus is measured in: made once from papers, then kept in data/ as it is. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { err, ok, type Result } from '../base/result.ts'
import { decodeBasis, type Basis } from '../meaning/basis.ts'
import { at } from './place.ts'

export interface FrozenBasis {
  readonly bytes: Uint8Array
  readonly basis: Basis
}

/** Where the basis lies under the project's root. */
export const BASIS_FILE = 'data/basis.bin'

/** The basis as it lies in data/, or what is wrong with it. */
export function readFrozenBasis(root: string): Result<FrozenBasis, string> {
  const file = join(root, BASIS_FILE)
  try {
    const bytes = readFileSync(file)
    const basis = decodeBasis(bytes)
    return basis.ok ? ok({ bytes, basis: basis.value }) : err(at(file, 1, basis.error))
  } catch {
    return err(at(file, 1, 'there is no such file; npm run corpus -- --basis makes it'))
  }
}
