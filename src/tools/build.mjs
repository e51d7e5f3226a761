/** `npm run build`: compiles the corpus, then the app into `dist/`. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { compileCorpus } from './corpus.mjs'
import { ensureInstalled } from './install.mjs'
import { inProject, isCommand, run } from './project.mjs'

const VITE = inProject('node_modules/vite/bin/vite.js')
const CORPUS = inProject('public/corpus/manifest.json')
const APP = inProject('dist/index.html')

/** Compiles the corpus unless it is newer than all it is made from; true where it stands. */
export async function ensureCorpus() {
  const made = [
    'data',
    ...['base', 'text', 'corpus', 'sources', 'enrich', 'compiler', 'digest', 'formats'].map((f) => `src/${f}`),
  ]
  if (isNewer(CORPUS, made)) return true
  const compiled = await compileCorpus()
  if (!compiled.ok) console.error(compiled.error)
  return compiled.ok
}

/** Builds unless `dist/` is newer than all it is made from; true where it stands. */
export async function ensureBuilt() {
  const made = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']
  return (await ensureCorpus()) && (isNewer(APP, made) || (await build()))
}

async function build() {
  // Vitest, which builds before the browser tests, would have the libraries' development halves in.
  const env = { ...process.env, NODE_ENV: 'production' }
  return (await run(process.execPath, [VITE, 'build', '--logLevel', 'warn', '--emptyOutDir'], { env })) === 0
}

/**
 * Whether a file is newer than everything under the paths.
 * @param {string} file
 * @param {readonly string[]} paths
 */
function isNewer(file, paths) {
  if (!existsSync(file)) return false
  const made = statSync(file).mtimeMs
  return paths.every((path) => newest(inProject(path)) <= made)
}

/**
 * The latest change under a path, in milliseconds; 0 where nothing is.
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

if (isCommand(import.meta.url)) {
  await ensureInstalled()
  process.exit((await ensureCorpus()) && (await build()) ? 0 : 1)
}
