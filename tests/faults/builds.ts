/** The builds and corpora that trials update to and from, each made when it is first asked for. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import * as v from 'valibot'
import { buildVersion } from '../support/second-build.ts'
import { shorterCorpus as makeShorterCorpus } from '../support/shorter-corpus.ts'
import { shared } from './shared.ts'

const remove = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true })

/** A build of these sources that calls itself `later`, every file of it under another name. */
export const laterBuild = shared(() => buildVersion('later'), remove)

/** A copy of `dist/` whose corpus lacks the last two of the 198 papers. */
export const shorterCorpus = shared(makeShorterCorpus, remove)

const unpacked = new Map<string, () => Promise<string>>()

/** A release of tests/golden/releases with the papers of today, in a folder. */
export function keptRelease(name: string): Promise<string> {
  const known = unpacked.get(name) ?? shared(() => unpack(name), remove)
  unpacked.set(name, known)
  return known()
}

async function unpack(name: string): Promise<string> {
  const packed = brotliDecompressSync(await readFile(`tests/golden/releases/${name}`))
  const files = v.parse(v.record(v.string(), v.string()), JSON.parse(String(packed)))
  const folder = await mkdtemp(join(tmpdir(), 'offprint-release-'))
  await cp('dist/corpus', join(folder, 'corpus'), { recursive: true })
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), text)
  }
  return folder
}
