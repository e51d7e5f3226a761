/** `npm run bench -- [PART…] [--json FILE]`: builds, then measures side by side with the peers. */
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { stop } from './project.mjs'
import { importTypeScript } from './typescript.mjs'

const names = process.argv.slice(2)
const at = names.indexOf('--json')
const [, json = null] = at < 0 ? [] : names.splice(at, 2)
await ensureInstalled()
if (!(await ensureBuilt())) stop('The app could not be built; the reason stands above.')
const { runBench } = await importTypeScript('tests/bench/run.ts')
await /** @type {(names: readonly string[], json: string | null) => Promise<void>} */ (runBench)(names, json)
process.exit(0)
