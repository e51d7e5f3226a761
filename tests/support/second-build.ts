/** A later version of the app for tests of updates: the same sources, every script with another name. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

/** The folder of a build whose page calls itself `version`. */
export async function buildVersion(version: string): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'offprint-build-'))
  const environment = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  await build({
    logLevel: 'error',
    mode: 'production',
    build: { outDir, emptyOutDir: true },
    plugins: [
      {
        name: 'another-version',
        renderChunk: (code) => `${code}\nglobalThis.builtAs = ${JSON.stringify(version)};`,
        transformIndexHtml: (html) => html.replace('</head>', `<meta name="version" content="${version}"></head>`),
      },
    ],
  })
  process.env['NODE_ENV'] = environment
  return outDir
}
