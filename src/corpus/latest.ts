/** The host's table of contents, never from a cache on the way. */
import { parseJson } from '../base/json.ts'
import { err, type Result } from '../base/result.ts'
import type { Environment } from './environment.ts'
import { fetchBytes } from './fetch.ts'
import { readManifest, type Manifest } from './manifest.ts'
import type { CorpusPlace } from './place.ts'
import type { Problem } from './problem.ts'

/** A manifest of a later build is small, and one that is not ours could be anything. */
const MANIFEST_LIMIT = 1_000_000

/** A manifest as the compiler writes it; its generation ends in a hash of all that follows. */
const WRITTEN = /^\{"format":\d+,"generation":"[^"]*-([0-9a-f]{12})",/

/** The manifest that the host has now; damage is told where the environment has a digest. */
export async function fetchManifest(
  place: CorpusPlace,
  environment: Pick<Environment, 'fetch' | 'stall'> & Partial<Pick<Environment, 'sha256'>>,
): Promise<Result<Manifest, Problem>> {
  const file = 'manifest.json'
  const bytes = await fetchBytes(place.url + file, file, MANIFEST_LIMIT, () => undefined, environment)
  if (!bytes.ok) return bytes
  const json = parseJson(bytes.value)
  if (json === undefined) return err({ kind: 'not-ours', file, detail: 'it is not JSON' })
  const manifest = readManifest(json)
  if (manifest.ok) {
    const isWhole = !environment.sha256 || (await isAsWritten(bytes.value, environment.sha256))
    return isWhole ? manifest : err({ kind: 'not-ours', file, detail: 'its checksum differs' })
  }
  return err(
    manifest.error.kind === 'future-format'
      ? { kind: 'future-format', file, found: manifest.error.found }
      : { kind: 'not-ours', file, detail: manifest.error.detail },
  )
}

/** One that somebody else has written states no hash, and is taken as it is. */
async function isAsWritten(bytes: Uint8Array, sha256: Environment['sha256']): Promise<boolean> {
  const text = new TextDecoder().decode(bytes)
  const [start, hash] = WRITTEN.exec(text) ?? []
  if (start === undefined || hash === undefined) return true
  return (await sha256(new TextEncoder().encode(`{${text.slice(start.length)}`))).startsWith(hash)
}
