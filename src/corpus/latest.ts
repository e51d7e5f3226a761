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

/** The manifest that the host has now. */
export async function fetchManifest(
  place: CorpusPlace,
  environment: Pick<Environment, 'fetch' | 'stall'>,
): Promise<Result<Manifest, Problem>> {
  const file = 'manifest.json'
  const bytes = await fetchBytes(place.url + file, file, MANIFEST_LIMIT, () => undefined, environment)
  if (!bytes.ok) return bytes
  const json = parseJson(bytes.value)
  if (json === undefined) return err({ kind: 'not-ours', file, detail: 'it is not JSON' })
  const manifest = readManifest(json)
  if (manifest.ok) return manifest
  return err(
    manifest.error.kind === 'future-format'
      ? { kind: 'future-format', file, found: manifest.error.found }
      : { kind: 'not-ours', file, detail: manifest.error.detail },
  )
}
