/** `npm run engines -- [--only ENGINE] [--write]`: the same flows on the same build in Chromium, Firefox and WebKitGTK. */
import { obtainBrowser } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { obtainFirefox, obtainWebKit } from './other-browsers.mjs'
import { stop } from './project.mjs'
import { importTypeScript } from './typescript.mjs'
import { takeFlag } from './words.mjs'

/** Each gives a path, or null where there is none. */
const OBTAIN = { chromium: obtainBrowser, firefox: obtainFirefox, webkit: obtainWebKit }

const words = process.argv.slice(2)
const write = takeFlag(words, '--write')
const [option, only, ...more] = words
const wanted = Object.entries(OBTAIN).filter(([name]) => option === undefined || name === only)
if (more.length > 0 || (option !== undefined && option !== '--only') || wanted.length === 0)
  stop(`Usage: npm run engines -- [--only ${Object.keys(OBTAIN).join('|')}] [--write]`)
await ensureInstalled()
/** @type {Record<string, string | null>} */
const paths = {}
for (const [name, obtain] of wanted) paths[name] = await obtain()
if (!(await ensureBuilt())) stop('The app could not be built; the reason stands above.')
const { runEngines } = await importTypeScript('tests/engines/run.ts')
const run = /** @type {(wanted: object) => Promise<boolean>} */ (runEngines)
process.exit((await run({ paths, write })) ? 0 : 1)
