/** `npm run corpus -- [--out DIR] SOURCE…`: compiles sources into a corpus directory. */
import { ensureInstalled } from './install.mjs'
import { inProject, isCommand, ROOT } from './project.mjs'
import { importTypeScript } from './typescript.mjs'

/**
 * What a run of the compiler gives: what it wrote, or the sentence that says what is wrong where.
 * @typedef {{ ok: true, value: { papers: readonly unknown[], merged: number, generation: string } } | { ok: false, error: string }} Compiled
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

if (isCommand(import.meta.url)) {
  const sources = process.argv.slice(2)
  const at = sources.indexOf('--out')
  const [, out] = at < 0 ? [] : sources.splice(at, 2)
  await ensureInstalled()
  const done = await compileCorpus({ sources, ...(out && { out }) })
  if (done.ok) console.log(`${done.value.papers.length} papers, ${done.value.merged} merged: ${done.value.generation}`)
  else {
    console.error(done.error)
    process.exit(1)
  }
}
