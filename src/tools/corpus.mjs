/** `npm run corpus -- [--out DIR] SOURCE…`: compiles sources into a corpus; `--keep-going` leaves broken records out, `--explain` says what was found, `--basis` makes what vectors are measured in, `--words FILE` the table of words. */
import { ensureInstalled } from './install.mjs'
import { inProject, isCommand, ROOT } from './project.mjs'
import { importTypeScript } from './typescript.mjs'

/**
 * What a run of the compiler gives: what it wrote, or the sentence that says what is wrong where.
 * @typedef {{ file: string, line: number, title: string, by: string }} Merged
 * @typedef {{ papers: readonly unknown[], merged: readonly Merged[], leftOut: readonly string[], generation: string }} Report
 * @typedef {{ ok: true, value: Report } | { ok: false, error: string }} Compiled
 * @typedef {{ ok: true, value: string } | { ok: false, error: string }} Told
 */

/**
 * Runs the compiler, which is TypeScript; packages must be installed.
 * @param {{ out?: string, sources?: readonly string[], keepGoing?: boolean }} [options]
 * @returns {Promise<Compiled>}
 */
export async function compileCorpus(options = {}) {
  const { compileCorpus: compile } = await importTypeScript('src/compiler/run.ts')
  const defaults = { root: ROOT, out: inProject('public/corpus'), sources: [] }
  return /** @type {(options: object) => Promise<Compiled>} */ (compile)({ ...defaults, ...options })
}

/**
 * Another thing the compiler does with sources, and says: `explainCorpus` what the rules found in each paper, and why;
 * `compileBasis` and `compileWords` what they put into data/.
 * @param {'explainCorpus' | 'compileBasis' | 'compileWords'} deed
 * @param {{ sources: readonly string[], keepGoing: boolean, vectors?: string | undefined }} options
 * @returns {Promise<Told>}
 */
async function tell(deed, options) {
  const compiler = await importTypeScript('src/compiler/run.ts')
  return /** @type {(options: object) => Promise<Told>} */ (compiler[deed])({ root: ROOT, ...options })
}

/** @param {Report} report */
function describe({ papers, merged, leftOut, generation }) {
  const repeats = merged.map(({ file, line, title, by }) => `${file}:${line}: merged by its ${by}: ${title}`)
  const left = leftOut.map((fault) => `${fault} (left out)`)
  const counts = `${papers.length} papers, ${merged.length} merged, ${leftOut.length} left out`
  return [...repeats, ...left, `${counts}: ${generation}`].join('\n')
}

/**
 * Whether a word stands among the arguments, from which it is taken out.
 * @param {string[]} args
 * @param {string} word
 */
function takeWord(args, word) {
  const at = args.indexOf(word)
  return at >= 0 && args.splice(at, 1).length > 0
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
  const vectors = take(sources, '--words')
  const other = takeWord(sources, '--explain') ? 'explainCorpus' : takeWord(sources, '--basis') ? 'compileBasis' : null
  const deed = vectors === undefined ? other : 'compileWords'
  const keepGoing = takeWord(sources, '--keep-going')
  const unknown = sources.find((source) => source.startsWith('-'))
  if (unknown || out === '' || vectors === '') {
    console.error(
      `${unknown ?? '--out'}: usage: npm run corpus -- [--out DIR] [--keep-going] [--explain | --basis | --words FILE] SOURCE…`,
    )
    process.exit(1)
  }
  await ensureInstalled()
  const done = deed
    ? await tell(deed, { sources, keepGoing, vectors })
    : await compileCorpus({ sources, keepGoing, ...(out && { out }) })
  if (done.ok) console.log(typeof done.value === 'string' ? done.value : describe(done.value))
  else {
    console.error(done.error)
    process.exit(1)
  }
}
