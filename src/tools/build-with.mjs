/** Builds of the app beside the one in `dist/`, with a plugin that changes them or looks on. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The folder of a build with a plugin more, in window and worker.
 * @param {import('vite').Plugin} plugin
 * @returns {Promise<string>}
 */
export async function buildWith(plugin) {
  const outDir = mkdtempSync(join(tmpdir(), 'offprint-build-'))
  const environment = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    const { build } = await import('vite')
    await build({
      logLevel: 'error',
      build: { outDir, emptyOutDir: true },
      plugins: [plugin],
      worker: { plugins: () => [plugin] },
    })
    return outDir
  } finally {
    if (environment === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = environment
  }
}
