/** Installs the packages where they are missing: no npm hook is needed, since some switch hooks off. */
import { existsSync, readFileSync } from 'node:fs'
import { inProject, run, stop } from './project.mjs'

const OLDEST_NODE = [20, 19]

/** Stops with a sentence where Node is too old; else installs what the lock file names, unless it is there. */
export async function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor))
    stop(`Offprint needs Node ${OLDEST_NODE.join('.')} or later, and this is ${process.versions.node}: see nodejs.org.`)

  if (isInstalled()) return
  console.log('Installing packages (once; a minute or so) …')
  // What builds and tests is needed under NODE_ENV=production, too; no package has to run anything here.
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev']
  // `ci` refuses a lock file that lacks another platform's packages; `install` makes do.
  if ((await npm(['ci', ...flags])) !== 0 && (await npm(['install', '--no-save', ...flags])) !== 0)
    stop('The packages could not be installed. Check the network, then run the same command again.')
}

/** Whether npm's own record of node_modules, written last by it, holds what the lock file names. */
function isInstalled() {
  const record = inProject('node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const wanted = readPackages(inProject('package-lock.json'))
  const present = readPackages(record)
  return Object.entries(wanted).every(
    ([place, { version, optional }]) => place === '' || optional === true || present[place]?.version === version,
  )
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/**
 * npm as a script of this very Node: found without PATH, and without `.cmd` on Windows.
 * @param {readonly string[]} args
 */
function npm(args) {
  const script = process.env['npm_execpath']
  if (script?.endsWith('.js') || script?.endsWith('.cjs')) return run(process.execPath, [script, ...args])
  return run('npm', args, { shell: process.platform === 'win32' })
}
