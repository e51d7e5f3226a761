/** How many bytes a first visit may cost, and what it does cost. */
import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { inProject } from './project.mjs'

const KILOBYTE = 1000
const STATIC_IMPORT = /(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g
const WORKER = /^search-worker-.*\.js$/

/** @typedef {{ readonly name: string, readonly measured: number, readonly allowed: number, readonly unit: string }} Budget */

/** The budgets, measured on `dist/`. @returns {readonly Budget[]} */
export function measureBudgets() {
  const assets = readdirSync(inProject('dist/assets'))
  const window = firstScripts(assets)
  const kilobytes = /** @param {readonly string[]} files */ (files) =>
    files.reduce(
      (sum, file) => sum + gzipSync(readFileSync(inProject(`dist/assets/${file}`)), { level: 9 }).length,
      0,
    ) / KILOBYTE
  return [
    { name: 'window scripts, gzip', measured: kilobytes(window), allowed: 60, unit: 'kB' },
    { name: 'search worker, gzip', measured: kilobytes(assets.filter((f) => WORKER.test(f))), allowed: 40, unit: 'kB' },
    { name: 'styles, gzip', measured: kilobytes(assets.filter((f) => f.endsWith('.css'))), allowed: 12, unit: 'kB' },
    { name: 'corpus to bare text, brotli', measured: corpusBytes() / bareTextBytes(), allowed: 1.1, unit: '×' },
    { name: 'vectors, a paper', measured: vectorBytes(), allowed: 64, unit: 'B' },
    { name: 'basis of the vectors, brotli', measured: basisBytes() / KILOBYTE, allowed: 60, unit: 'kB' },
  ]
}

/**
 * The scripts of a first visit: the page's own, the front page among them, and all that these import.
 * @param {readonly string[]} assets
 */
function firstScripts(assets) {
  const page = readFileSync(inProject('dist/index.html'), 'utf8')
  const found = new Set(assets.filter((file) => file.endsWith('.js') && page.includes(file)))
  if (found.size === 0) throw new Error('dist/index.html names no script to measure')
  // A set is walked to its end even while it grows.
  for (const file of found)
    for (const [, next] of readFileSync(inProject(`dist/assets/${file}`), 'utf8').matchAll(STATIC_IMPORT))
      if (next !== undefined) found.add(next)
  return [...found]
}

/** A sentence for each budget that is overdrawn. */
export function budgetFaults() {
  return measureBudgets()
    .filter(({ measured, allowed }) => !(measured > 0 && measured <= allowed))
    .map(({ name, measured, allowed, unit }) => `${name}: ${measured.toFixed(2)} ${unit}, allowed ${allowed} ${unit}`)
}

/** All that a device fetches of the corpus: manifest, state and shards, in bytes of brotli 11. */
export function corpusBytes() {
  const folder = inProject('dist/corpus')
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .reduce((sum, file) => sum + brotli(readFileSync(`${folder}/${file}`)), 0)
}

/** Bytes of vectors for each paper, the heads of their files among them. */
function vectorBytes() {
  const { papers, shards } = JSON.parse(readFileSync(inProject('dist/corpus/manifest.json'), 'utf8'))
  const files = /** @type {readonly { readonly vectors: { readonly bytes: number } }[]} */ (shards)
  return files.reduce((sum, { vectors }) => sum + vectors.bytes, 0) / papers
}

/** What the vectors are measured in, in bytes of brotli 11. */
function basisBytes() {
  const { basis } = JSON.parse(readFileSync(inProject('dist/corpus/manifest.json'), 'utf8'))
  return brotli(readFileSync(inProject(`dist/corpus/${basis.file}`)))
}

/** The least a corpus could be: the source's own lines, titles first, in bytes of brotli 11. */
export function bareTextBytes() {
  const lines = readFileSync(inProject('data/sources/2026-11-22-trending-page.txt'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(2)
  const titles = lines.filter((_, index) => index % 2 === 0)
  const abstracts = lines.filter((_, index) => index % 2 === 1)
  return brotli(Buffer.from([...titles, ...abstracts].join('\n')))
}

/** @param {Buffer} bytes */
function brotli(bytes) {
  return brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length
}
