/** `npm run corpus -- [--out DIR] SOURCE…`: compiles sources into a corpus directory; `--explain` says what was found and why. */
import { ensureInstalled } from './install.mjs'
import { inProject, isCommand, ROOT } from './project.mjs'
import { importTypeScript } from './typescript.mjs'

/**
 * What a run of the compiler gives: what it wrote, or the sentence that says what is wrong where.
 * @typedef {{ file: string, line: number, title: string }} Merged
 * @typedef {{ papers: readonly unknown[], merged: readonly Merged[], generation: string }} Report
 * @typedef {{ ok: true, value: Report } | { ok: false, error: string }} Compiled
 * @typedef {{ ok: true, value: string } | { ok: false, error: string }} Explained
 */

/**
 * Runs the compiler, which is TypeScript; packages must be installed.
 * @param {{ out?: string, sources?: readonly string[] }} [options]
 * @returns {Promise<Compiled>}
 */
export async function compileCorpus(options = {}) {
  const { compileCorpus: compile } = await importTypeScript('src/compiler/run.ts')
  const defaults = { root: ROOT, out: inProject('public/corpus'), sources: [] }
  return /** @type {(options: object) => Compiled} */ (compile)({ ...defaults, ...options })
}

/**
 * What the rules found in each paper, and why.
 * @param {readonly string[]} sources
 * @returns {Promise<Explained>}
 */
async function explainCorpus(sources) {
  const { explainCorpus: explain } = await importTypeScript('src/compiler/run.ts')
  return /** @type {(options: object) => Explained} */ (explain)({ root: ROOT, sources })
}

/** @param {Report} report */
function describe({ papers, merged, generation }) {
  const repeats = merged.map(({ file, line, title }) => `${file}:${line}: merged, its title stood before: ${title}`)
  return [...repeats, `${papers.length} papers, ${merged.length} merged: ${generation}`].join('\n')
}

/**
 * The value of an option, taken out of the arguments; undefined where it is not given.
 * @param {string[]} args
 * @param {string} option
 */
function take(args, option) {
  const at = args.indexOf(option)
  return at < 0 ? undefined : (args.splice(at, 2)[1] ?? '')
}

if (isCommand(import.meta.url)) {
  const sources = process.argv.slice(2)
  const out = take(sources, '--out')
  const explains = sources.indexOf('--explain')
  if (explains >= 0) sources.splice(explains, 1)
  const unknown = sources.find((source) => source.startsWith('-'))
  if (unknown || out === '') {
    console.error(`${unknown ?? '--out'}: usage: npm run corpus -- [--out DIR] [--explain] SOURCE…`)
    process.exit(1)
  }
  await ensureInstalled()
  const done = explains >= 0 ? await explainCorpus(sources) : await compileCorpus({ sources, ...(out && { out }) })
  if (done.ok) console.log(typeof done.value === 'string' ? done.value : describe(done.value))
  else {
    console.error(done.error)
    process.exit(1)
  }
}
