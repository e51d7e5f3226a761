/** Installs the packages when they are missing or of another lock file: no npm hook is needed, since some switch hooks off. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { inProject, run, stop } from './project.mjs'

const OLDEST_NODE = [20, 19]
const STAMP = inProject('node_modules/.offprint-installed')

/** Stops with a sentence where Node is too old; else installs unless that is done already. */
export async function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor))
    stop(
      `Offprint needs Node ${OLDEST_NODE.join('.')} or later, and this is ${process.versions.node}. Get one at nodejs.org.`,
    )

  const wanted = stamp()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  console.log('Installing packages (once; a minute or so) …')
  const flags = ['--no-audit', '--no-fund', '--loglevel=error']
  // `ci` refuses a lock file that lacks another platform's packages; `install` mends that.
  if ((await npm(['ci', ...flags])) !== 0 && (await npm(['install', '--no-save', ...flags])) !== 0)
    stop('The packages could not be installed. Check the network, then run the same command again.')
  writeFileSync(STAMP, wanted)
}

function stamp() {
  const lock = createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex')
  return `${lock} node ${process.version}`
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
