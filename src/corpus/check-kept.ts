/** Whether the papers that are kept on this device are what their manifest says: read and hashed again, nothing fetched. */
import { lookThrough, type Findings } from '../base/findings.ts'
import { openCorpusCache } from './cache.ts'
import { browserEnvironment, type Environment } from './environment.ts'
import type { CorpusFile } from './manifest.ts'
import type { CorpusPlace } from './place.ts'
import { partOf } from './reach.ts'
import { verifyFile } from './verify.ts'

export interface KeptFindings extends Findings {
  /** Files for similar papers and search by meaning that are not here; they are fetched when they are wanted. */
  readonly away: number
}

/** The files that a place's cache is to have, by name where one is lost or damaged; of none where it keeps no corpus. */
export async function checkKept(
  place: CorpusPlace,
  isLate: () => boolean,
  environment: Environment = browserEnvironment(),
): Promise<KeptFindings> {
  const cache = await openCorpusCache(place, environment)
  const kept = await cache?.current()
  if (!cache || !kept) return { checked: 0, of: 0, faults: [], away: 0 }
  const { state, shards, basis, words } = partOf(kept.manifest, kept.shards)
  const more = new Set([...shards.flatMap(({ vectors }) => vectors ?? []), ...[basis ?? [], words ?? []].flat()])
  let away = 0
  const look = async (file: CorpusFile): Promise<string | null> => {
    const bytes = await cache.read(file.file)
    if (!bytes && more.has(file)) away += 1
    else if (!bytes || (await verifyFile(file, bytes, environment)) !== null) return file.file
    return null
  }
  const { checked, of, faults } = await lookThrough([state, ...shards, ...more], look, isLate)
  return { checked: checked - away, of: of - away, faults, away }
}
