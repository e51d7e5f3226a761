/** `npm run faults`, with the options of `USAGE`: the fault lab, its long tier unless told else. */
import { obtainBrowser } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { stop } from './project.mjs'
import { importTypeScript } from './typescript.mjs'
import { takeFlag, takeOption } from './words.mjs'

const USAGE =
  'npm run faults -- [--quick | --part] [--only CLASS [--seed N]] [--lanes N] [--baseline] [--shots DIR] [--write]'
const words = process.argv.slice(2)
const only = takeOption(words, '--only')
const seed = takeOption(words, '--seed')
const lanes = takeOption(words, '--lanes') ?? '2'
const shots = takeOption(words, '--shots')
const [quick, part, baseline, write] = ['--quick', '--part', '--baseline', '--write'].map((flag) =>
  takeFlag(words, flag),
)
if (
  words.length > 0 ||
  [seed ?? '0', lanes].some((number) => !/^\d+$/.test(number)) ||
  (seed !== null && only === null)
)
  stop(`Usage: ${USAGE}`)
await ensureInstalled()
const browser = await obtainBrowser()
if (!browser) stop('There is no Chromium on this machine: set CHROME_PATH to one.')
process.env['CHROME_PATH'] = browser
if (!(await ensureBuilt())) stop('The app could not be built; the reason stands above.')
const { runFaults } = await importTypeScript('tests/faults/run.ts')
const run = /** @type {(wanted: object) => Promise<boolean>} */ (runFaults)
process.exit(
  (await run({
    tier: part ? 'part' : quick ? 'quick' : 'long',
    only,
    seed: seed === null ? null : Number(seed),
    lanes: Number(lanes),
    baseline,
    shots,
    write,
  }))
    ? 0
    : 1,
)
