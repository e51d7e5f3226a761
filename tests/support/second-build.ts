/** Builds of the app beside the one in `dist/`: a later version for tests of updates, a peer for the bench. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'

/** The folder of a build whose page calls itself `version`: the same sources, every script and style with another name. */
export function buildVersion(version: string): Promise<string> {
  return buildWith({
    name: 'another-version',
    transform: (code, id) => (id.endsWith('boot.css') ? `${code}\n:root { --built-as: ${version}; }` : null),
    renderChunk: (code) => `${code}\nglobalThis.builtAs = ${JSON.stringify(version)};`,
    transformIndexHtml: (html) => html.replace('</head>', `<meta name="version" content="${version}"></head>`),
  })
}

/** The folder of a build with a plugin more, in window and worker. */
export async function buildWith(plugin: Plugin): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'offprint-build-'))
  const environment = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  await build({
    logLevel: 'error',
    mode: 'production',
    build: { outDir, emptyOutDir: true },
    plugins: [plugin],
    worker: { plugins: () => [plugin] },
  })
  process.env['NODE_ENV'] = environment
  return outDir
}
