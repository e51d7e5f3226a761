/** `npm run corpus -- [--out DIR] SOURCE…`: compiles sources into a corpus directory. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** Runs the compiler, which is TypeScript, through Vite; the caller has seen to it that packages are installed. */
export async function compileCorpus(options) {
  const { runnerImport } = await import('vite')
  const { module } = await runnerImport(join(root, 'src/compiler/run.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
  })
  return module.compileCorpus({ root, out: join(root, 'public/corpus'), sources: [], ...options })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sources = process.argv.slice(2)
  const at = sources.indexOf('--out')
  const [, out] = at < 0 ? [] : sources.splice(at, 2)
  const done = await compileCorpus({ sources, ...(out && { out }) })
  if (done.ok) console.log(`${done.value.papers.length} papers, ${done.value.merged} merged: ${done.value.generation}`)
  else {
    console.error(done.error)
    process.exit(1)
  }
}
