/** Builds the app a second time, beside `dist/`: what differs, and whose code went into it. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buildWith } from './build-with.mjs'
import { inProject } from './project.mjs'

/**
 * A second build of the same tree; `dist/` stands already.
 * @returns {Promise<{ differing: readonly string[], packages: readonly string[] }>} files that are not alike, and the
 * packages that window and search worker hold; the service worker is built by a plugin that tells nobody
 */
export async function buildAgain() {
  /** @type {Set<string>} */
  const packages = new Set()
  const outDir = await buildWith(observer(packages))
  try {
    const [first, second] = [hashesOf(inProject('dist')), hashesOf(outDir)]
    const names = [...new Set([...first.keys(), ...second.keys()])]
    return { differing: names.filter((name) => first.get(name) !== second.get(name)), packages: [...packages].sort() }
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
}

/**
 * Notes whose modules the chunks hold; what was left out as unused is not among them.
 * @param {Set<string>} packages
 * @returns {import('vite').Plugin}
 */
function observer(packages) {
  return {
    name: 'whose-code',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk')
          for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
            const name = packageOf(id)
            if (name && renderedLength > 0) packages.add(name)
          }
    },
  }
}

/** The package of a module, null for our own. @param {string} id @returns {string | null} */
function packageOf(id) {
  if (id.includes('~icons/lucide/')) return '@iconify-json/lucide'
  if (id.includes('\0vite/')) return 'vite'
  if (id.includes('\0rolldown/')) return 'rolldown'
  return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? null
}

/** SHA-256 of each file under a folder, by its path in it. @param {string} folder @returns {ReadonlyMap<string, string>} */
function hashesOf(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => statSync(join(folder, name)).isFile())
  return new Map(
    files.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  )
}
