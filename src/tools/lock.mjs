/** Whether the lock file names every platform's packages, each with its checksum: one written through an incomplete mirror breaks `npm ci` elsewhere. */
import { readFileSync } from 'node:fs'
import { inProject } from './project.mjs'

/** A sentence for each optional package without an entry, and for each of unknown origin or content. */
export function lockFaults() {
  const lock = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'))
  /** @type {Record<string, { optionalDependencies?: Record<string, string>, resolved?: string, integrity?: string }>} */
  const packages = lock.packages
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !packages[`${place}/node_modules/${name}`] && !packages[`node_modules/${name}`])
      .map((name) => `package-lock.json: ${name}, which ${place} wants on some platforms, has no entry`),
  )
  const elsewhere = Object.entries(packages)
    .filter(([, { resolved }]) => resolved && !resolved.startsWith('https://registry.npmjs.org/'))
    .map(([place]) => `package-lock.json: ${place} is not taken from registry.npmjs.org`)
  const unsealed = Object.entries(packages)
    .filter(([place, { integrity }]) => place !== '' && !integrity?.startsWith('sha512-'))
    .map(([place]) => `package-lock.json: ${place} has no checksum`)
  return [...missing, ...elsewhere, ...unsealed]
}
