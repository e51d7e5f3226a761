/** The checks of `npm test`, one row each, the longest first. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { budgetFaults } from './budgets.mjs'
import { lockFaults } from './lock.mjs'
import { packageFaults } from './packages.mjs'
import { inProject, ROOT } from './project.mjs'

/**
 * How a check went: counted tests, and what to show when some failed.
 * @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number, readonly text: string, readonly unsteady?: readonly string[], readonly slowest?: readonly string[] }} Outcome
 * @typedef {{ readonly name: string, readonly run: () => Promise<Outcome>, readonly needsBrowser?: boolean }} Check
 */

/** @type {readonly Check[]} */
export const CHECKS = [
  // In halves, so that two browsers work while one of them waits.
  { name: 'browser tests, one half', run: () => vitest('e2e', '--shard=1/2'), needsBrowser: true },
  { name: 'browser tests, the other half', run: () => vitest('e2e', '--shard=2/2'), needsBrowser: true },
  // One trial at a time, for the same reason; npm run faults has two.
  { name: 'faults', run: faultLab, needsBrowser: true },
  { name: 'unit tests', run: () => vitest('unit') },
  { name: 'component tests', run: () => vitest('component') },
  { name: 'lint', run: () => program('eslint/bin/eslint.js', '.', '--max-warnings', '0') },
  {
    name: 'types of components',
    run: () => program('svelte-check/bin/svelte-check', '--tsconfig', 'tsconfig.json', '--fail-on-warnings'),
  },
  ...['.', 'src/compiler', 'src/refresh', 'src/workers', 'src/tools', 'tests'].map((folder) => ({
    name: `types of ${folder === '.' ? 'src' : folder}`,
    run: () => program('typescript/bin/tsc', '-p', folder),
  })),
  { name: 'unused code', run: () => program('knip/bin/knip.js', '--no-progress') },
  { name: 'format', run: () => node(inProject('src/tools/format.mjs'), '--check') },
  { name: 'lock file complete', run: () => Promise.resolve(none(lockFaults())) },
  { name: 'packages as chosen', run: () => Promise.resolve(none(packageFaults())) },
  { name: 'byte budgets', run: () => Promise.resolve(none(budgetFaults())) },
]

/**
 * A check that passes when it finds no fault.
 * @param {readonly string[]} faults
 * @returns {Outcome}
 */
function none(faults) {
  const failed = faults.length > 0
  return { passed: failed ? 0 : 1, failed: failed ? 1 : 0, skipped: 0, text: faults.join('\n') }
}

/**
 * A check that passes when a package's program ends well.
 * @param {string} script
 * @param {readonly string[]} args
 */
const program = (script, ...args) => node(inProject(`node_modules/${script}`), ...args)

/**
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Promise<Outcome>}
 */
async function node(script, ...args) {
  const { code, text } = await output(script, args)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, text }
}

/**
 * A project of the tests; its own cases are counted.
 * @param {string} project
 * @param {readonly string[]} more
 * @returns {Promise<Outcome>}
 */
async function vitest(project, ...more) {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-'))
  const report = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`]
    const args = ['run', '--project', project, ...reporters, ...more]
    const { code, text } = await output(inProject('node_modules/vitest/vitest.mjs'), args)
    const lines = text.split('\n')
    const unsteady = lines.filter((line) => line.includes('(retry x')).map((line) => line.trim())
    return { ...counts(report, code), text: lines.filter((line) => !line.startsWith(' ✓')).join('\n'), unsteady }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Part of the quick tier of the fault lab; its trials are counted. @returns {Promise<Outcome>} */
async function faultLab() {
  const { code, text } = await output(inProject('src/tools/faults.mjs'), ['--part', '--lanes', '1'])
  const said = /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/.exec(text)
  const [passed = 0, failed = 0, skipped = 0] = said?.slice(1).map((number) => Number(number || 0)) ?? []
  const unsteady = [...text.matchAll(/^second try: (.*)$/gm)].map(([, trial = '']) => trial)
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped, text, unsteady }
}

/**
 * Reads a report of Vitest; a file that did not load, or an error outside of any test, is a failure too.
 * @param {string} report
 * @param {number} code
 */
function counts(report, code) {
  try {
    const read = JSON.parse(readFileSync(report, 'utf8'))
    const passed = Number(read.numPassedTests)
    const failed = Number(read.numFailedTests)
    const skipped = Number(read.numPendingTests) + Number(read.numTodoTests)
    return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped, slowest: slowestOf(read.testResults) }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 } // No report: Vitest itself failed, and its text says how.
  }
}

/**
 * The files that took most of the time, where that is worth a word.
 * @param {readonly { readonly name: string, readonly startTime: number, readonly endTime: number }[]} files
 */
function slowestOf(files) {
  return files
    .map(({ name, startTime, endTime }) => ({
      name: basename(name, '.test.ts'),
      seconds: (endTime - startTime) / 1000,
    }))
    .filter(({ seconds }) => seconds >= 20)
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, 12)
    .map(({ name, seconds }) => `${name} ${Math.round(seconds)} s`)
}

/**
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number, text: string }>}
 */
function output(script, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    })
    let text = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part) => {
        text += String(part)
      })
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code: code ?? 1, text })
    })
  })
}
