/** Runs an engine's job in Node, in a process of its own, whose memory is that of the job. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { BUILD_LIMIT, NOT_REACHED, QUERY_LIMIT, type Figures } from './engine-figures.ts'
import { openEngine } from './engine-peers.ts'
import { createRun, type Job } from './engine-run.ts'

const MEGABYTES_OF_HEAP = 6_000
const Milliseconds = v.nullable(v.array(v.number()))
const Said = v.object({
  ...{ build: Milliseconds, facets: Milliseconds, filter: Milliseconds, load: Milliseconds },
  memory: v.nullable(v.number()),
})

/** The figures of a job that lies in a file, by one engine. */
export function measureInNode(file: string, engine: string): Promise<Figures> {
  const script = `import { importTypeScript } from './src/tools/typescript.mjs'
    const { runHere } = await importTypeScript('tests/bench/engine-node.ts')
    process.stdout.write(JSON.stringify(await runHere(...process.argv.slice(1))), () => process.exit(0))`
  const flags = ['--expose-gc', `--max-old-space-size=${MEGABYTES_OF_HEAP}`, '--input-type=module']
  // Building cannot be stopped from within: whoever is far over its limit is ended from here.
  const options = { encoding: 'utf8', timeout: 2 * (BUILD_LIMIT + QUERY_LIMIT), maxBuffer: 1e8 } as const
  return new Promise((done) => {
    execFile(process.execPath, [...flags, '-e', script, file, engine], options, (fault, said) => {
      done(fault ? NOT_REACHED : v.parse(Said, JSON.parse(said)))
    })
  })
}

/** Called in the process. */
export async function runHere(file: string, engine: string): Promise<Figures> {
  const run = createRun(await openEngine(engine), JSON.parse(readFileSync(file, 'utf8')) as Job)
  const before = megabytes()
  const build = run('build')
  if (build === null || build.some((ms) => ms > BUILD_LIMIT)) return NOT_REACHED
  const facets = run('facets')
  const filter = run('filter')
  return { build, facets, filter, memory: megabytes() - before, load: run('load') }
}

function megabytes(): number {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1e6
}
