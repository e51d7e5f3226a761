/** `npm run coverage -- [FOLDER…]`: the unit tests, and each branch of the core that none of them takes, by file and line. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { ROOT, inProject, run, stop } from './project.mjs'

/** What must not lose or damage anything: each branch is taken, or its line says why it cannot be. */
const CORE = ['library', 'corpus', 'digest', 'query', 'sources', 'formats']

/**
 * Istanbul's report of a file, as far as it is read here.
 * @typedef {{ start: { line: number | undefined } }} Place
 * @typedef {{ type: string, line: number, loc: Place, locations: readonly Place[] }} Branch
 * @typedef {{ path: string, branchMap: Record<string, Branch>, b: Record<string, readonly number[]> }} FileReport
 */

const folders = process.argv.slice(2)
const strange = folders.find((folder) => !CORE.includes(folder))
if (strange !== undefined) stop(`${strange} is none of ${CORE.join(', ')}.`)
await ensureInstalled()
const reports = await measure(folders.length > 0 ? folders : CORE)
const branches = reports.flatMap(({ b }) => Object.values(b).flat())
const untaken = reports.flatMap(untakenIn)
for (const line of untaken) console.log(line)
console.log(`${branches.filter(isTaken).length} of ${branches.length} branches are taken`)
process.exit(untaken.length > 0 ? 1 : 0)

/** Runs the unit tests and reads what they took. @param {readonly string[]} wanted @returns {Promise<readonly FileReport[]>} */
async function measure(wanted) {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-coverage-'))
  const include = wanted.map((name) => `--coverage.include=src/${name}/**/*.ts`)
  const report = ['--coverage.reporter=json', `--coverage.reportsDirectory=${folder}`]
  const options = ['--coverage.enabled', '--coverage.provider=v8', ...include, ...report, '--reporter=dot']
  try {
    const vitest = inProject('node_modules/vitest/vitest.mjs')
    if ((await run(process.execPath, [vitest, 'run', '--project', 'unit', ...options])) !== 0) stop('A test fails.')
    return Object.values(JSON.parse(readFileSync(join(folder, 'coverage-final.json'), 'utf8')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Below none is what is left of more, where functions wait. @param {number} count */
function isTaken(count) {
  return count !== 0
}

/** @param {FileReport} report */
function untakenIn({ path, branchMap, b }) {
  return Object.entries(branchMap).flatMap(([id, { type, line, loc, locations }]) =>
    (b[id] ?? []).flatMap((count, at) => {
      const place = locations[at]?.start.line ?? loc.start.line ?? line
      return isTaken(count) ? [] : [`${relative(ROOT, path)}:${place}: ${type}, ${at + 1} of ${locations.length}`]
    }),
  )
}
