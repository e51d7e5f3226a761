/** Whether the packages of others are what was chosen: exact versions, nothing run at install, licences that are known. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { inProject } from './project.mjs'

/** Under these a package may go out with the app; what they ask for is that their words stay with it. */
const LICENCES = ['MIT', 'ISC', 'Apache-2.0']
const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/
const HOOKS = ['preinstall', 'install', 'postinstall']
/** Packages that must run something when they are installed, each with its reason: none, so `npm ci --ignore-scripts` is enough. */
const MUST_RUN = /** @type {Readonly<Record<string, string>>} */ ({})
/** Whose packages without such a file are, by what they say elsewhere. */
const BY = /** @type {Readonly<Record<string, string>>} */ ({
  '@iconify-json/lucide': 'Lucide Contributors',
  '@nodable/entities': 'Amit Gupta',
})
/** What comes after it in Vite's own file is of packages that no build takes. */
const OF_OTHERS = '# Licenses of bundled dependencies'
const TABLE = '| package | licence | comes with |'

/** @typedef {{ version?: string, license?: string, scripts?: Record<string, string>, dependencies?: Record<string, string> }} Manifest */

/** A sentence for each thing that is not as it should be. */
export function packageFaults() {
  const faults = [...looseVersions(), ...installScripts(), ...licenceFaults(shippedPackages())]
  return faults.map((fault) => `packages: ${fault}`)
}

/** The rows of the table in src/README.md: what of others is in `dist/`. */
export function shippedPackages() {
  const [, table = ''] = readFileSync(inProject('src/README.md'), 'utf8').split(TABLE)
  const [rows = ''] = table.trimStart().split('\n\n')
  return rows
    .split('\n')
    .slice(1)
    .map((row) => row.split('|').map((cell) => cell.trim()))
    .map(([, name = '', licence = '', by = '']) => ({ name, licence, by }))
}

/** The words that go out with what is of others, as their licences ask; where a package brings none, whose it is. */
export function licenceTexts() {
  return shippedPackages()
    .map(({ name }) => {
      const folder = `node_modules/${name}`
      const { version, license } = manifest(folder)
      const file = readdirSync(inProject(folder)).find((one) => /^licen[cs]e(?:\.\w+)?$/i.test(one))
      if (!file && !BY[name]) throw new Error(`${name} brings no licence: say in src/tools/packages.mjs whose it is`)
      const text = file ? readFileSync(inProject(`${folder}/${file}`), 'utf8') : `By ${BY[name]}.`
      const [words = ''] = text.split(OF_OTHERS)
      return `${name} ${version}, ${license}\n\n${words.trim()}\n`
    })
    .join(`\n${'-'.repeat(72)}\n\n`)
}

function looseVersions() {
  const { dependencies, devDependencies, overrides } = read('package.json')
  return Object.entries({ ...dependencies, ...devDependencies, ...overrides })
    .filter(([, version]) => !EXACT.test(String(version)))
    .map(([name, version]) => `${name} is asked for as ${version}, which is no exact version`)
}

/** What runs at install, by the packages themselves: a mirror's lock file may not say it. */
function installScripts() {
  return Object.keys(read('package-lock.json').packages).flatMap((place) => {
    // Another platform's, which is not here.
    if (place === '' || !existsSync(inProject(`${place}/package.json`))) return []
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const { scripts = {} } = manifest(place)
    const runs = HOOKS.some((hook) => scripts[hook]) || existsSync(inProject(`${place}/binding.gyp`))
    return runs && !MUST_RUN[name] ? [`${name} runs a script when it is installed, for no reason that is known`] : []
  })
}

/** @param {readonly { name: string, licence: string, by: string }[]} shipped */
function licenceFaults(shipped) {
  const known = new Set(shipped.map(({ name }) => name))
  const missing = Object.keys(read('package.json').dependencies).filter((name) => !known.has(name))
  return [
    ...missing.map((name) => `${name} is a dependency, and not in the table of what is in dist/`),
    ...shipped.flatMap(({ name, licence, by }) => {
      const { license } = manifest(`node_modules/${name}`)
      if (license !== licence) return [`${name} is under ${license}, and the table says ${licence}`]
      if (!LICENCES.includes(licence)) return [`${name} is under ${licence}, which is not on the list`]
      const isWhole = by === '' || manifest(`node_modules/${by}`).dependencies?.[name] !== undefined
      return isWhole ? [] : [`${name} does not come with ${by}`]
    }),
  ]
}

/** @param {string} place @returns {Manifest} */
const manifest = (place) => read(`${place}/package.json`)

/** @param {string} path */
const read = (path) => JSON.parse(readFileSync(inProject(path), 'utf8'))
