/** Builds of the app beside the one in `dist/`: a later version for tests of updates, a peer for the bench. */
import { buildWith } from '../../src/tools/build-with.mjs'

/** The folder of a build whose page calls itself `version`: the same sources, every script and style with another name. */
export function buildVersion(version: string): Promise<string> {
  return buildWith({
    name: 'another-version',
    transform: (code, id) => (id.endsWith('boot.css') ? `${code}\n:root { --built-as: ${version}; }` : null),
    renderChunk: (code) => `${code}\nglobalThis.builtAs = ${JSON.stringify(version)};`,
    transformIndexHtml: (html) => html.replace('</head>', `<meta name="version" content="${version}"></head>`),
  })
}
