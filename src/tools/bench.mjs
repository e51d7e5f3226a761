/** `npm run bench -- [PART…] [--sizes N,N…] [--all] [--write] [--json FILE]`: builds, then measures side by side with the peers. */
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { stop } from './project.mjs'
import { importTypeScript } from './typescript.mjs'
import { takeFlag, takeOption } from './words.mjs'

const names = process.argv.slice(2)
const json = takeOption(names, '--json')
const sizes = takeOption(names, '--sizes')?.split(',').map(Number) ?? null
const [write, all] = ['--write', '--all'].map((flag) => takeFlag(names, flag))
await ensureInstalled()
if (!(await ensureBuilt())) stop('The app could not be built; the reason stands above.')
const { runBench } = await importTypeScript('tests/bench/run.ts')
await /** @type {(wanted: object) => Promise<void>} */ (runBench)({ names, json, sizes, all, write })
process.exit(0)
