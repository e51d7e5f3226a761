/** `npm run bench -- [PART…] [--sizes N,N…] [--all] [--write] [--json FILE]`: builds, then measures side by side with the peers. */
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { stop } from './project.mjs'
import { importTypeScript } from './typescript.mjs'

const names = process.argv.slice(2)
const json = take('--json')
const sizes = take('--sizes')?.split(',').map(Number) ?? null
const [write, all] = ['--write', '--all'].map(
  (flag) => names.includes(flag) && names.splice(names.indexOf(flag), 1).length > 0,
)
await ensureInstalled()
if (!(await ensureBuilt())) stop('The app could not be built; the reason stands above.')
const { runBench } = await importTypeScript('tests/bench/run.ts')
await /** @type {(wanted: object) => Promise<void>} */ (runBench)({ names, json, sizes, all, write })
process.exit(0)

/** The word after an option, both taken out of the names. @param {string} option @returns {string | null} */
function take(option) {
  const at = names.indexOf(option)
  return (at < 0 ? [] : names.splice(at, 2))[1] ?? null
}
