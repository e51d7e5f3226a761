/** `npm test`: installs if needed, builds, runs every check, two at a time; each check counts as a test. */
import { ensureBuilt } from './build.mjs'
import { obtainBrowser } from './browser.mjs'
import { CHECKS } from './checks.mjs'
import { ensureInstalled } from './install.mjs'

/** @typedef {import('./checks.mjs').Outcome} Outcome */
/** @typedef {import('./checks.mjs').Check} Check */

const started = Date.now()
await ensureInstalled()
const browser = await obtainBrowser()
if (browser) process.env['CHROME_PATH'] = browser
const built = await ensureBuilt()

const total = { passed: 0, failed: 0, skipped: 0 }
report('build', {
  passed: built ? 1 : 0,
  failed: built ? 0 : 1,
  skipped: 0,
  text: 'The app does not build; see above.',
})

const wanted = process.argv.slice(2)
const queue = CHECKS.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
await Promise.all([lane(), lane()])

if (!browser) loudly(`NO CHROMIUM ON THIS MACHINE: the browser tests did not run. Set CHROME_PATH to one.`)
console.log(`\n${Math.round((Date.now() - started) / 1000)} s`)
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exit(total.failed > 0 ? 1 : 0)

/** Takes checks from the queue till it is empty. */
async function lane() {
  for (let check = queue.shift(); check; check = queue.shift()) {
    const begun = Date.now()
    const outcome = browser || !check.needsBrowser ? await run(check) : withoutBrowser()
    report(check.name, outcome, Date.now() - begun)
  }
}

/** Runs a check; one that breaks off, say because nothing was built, has failed. @param {Check} check @returns {Promise<Outcome>} */
async function run(check) {
  try {
    return await check.run()
  } catch (cause) {
    return { passed: 0, failed: 1, skipped: 0, text: cause instanceof Error ? cause.message : String(cause) }
  }
}

/** Without a browser its tests are skipped by hand-run tests, and fail where a machine judges. @returns {Outcome} */
function withoutBrowser() {
  const judged = Boolean(process.env['CI'])
  return { passed: 0, failed: judged ? 1 : 0, skipped: judged ? 0 : 1, text: 'There is no Chromium to run them in.' }
}

/**
 * @param {string} name
 * @param {Outcome} outcome
 * @param {number} [milliseconds]
 */
function report(name, outcome, milliseconds = 0) {
  total.passed += outcome.passed
  total.failed += outcome.failed
  total.skipped += outcome.skipped
  const mark = outcome.failed > 0 ? '✗' : outcome.skipped > 0 ? '–' : '✓'
  const counts = outcome.passed + outcome.failed > 1 ? ` ${outcome.passed} passed, ${outcome.failed} failed` : ''
  console.log(`${mark} ${name}${counts} (${(milliseconds / 1000).toFixed(1)} s)`)
  if (outcome.slowest?.length) console.log(`  slowest: ${outcome.slowest.join(', ')}`)
  for (const line of outcome.unsteady ?? []) console.log(`  on the second try: ${line}`)
  if (outcome.failed > 0) console.log(outcome.text.trimEnd().replaceAll(/^/gm, '  '))
}

/** @param {string} sentence */
function loudly(sentence) {
  const rule = '!'.repeat(sentence.length)
  console.log(`\n${rule}\n${sentence}\n${rule}`)
}
