/** `npm run refresh -- --source hf --days 3`: new papers into data/sources; `--resolve` looks undated titles up at arXiv. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ensureInstalled } from './install.mjs'
import { inProject, stop } from './project.mjs'
import { importTypeScript } from './typescript.mjs'

const USAGE = `usage: npm run refresh -- --source hf|arxiv [--days 1…31] | --resolve
  [--into DIR]   another folder with a sources.json than data/sources
  [--host URL]   another host that answers alike`

/** @typedef {import('../refresh/run.ts').RefreshRequest} Request */

const { values } = read()
const days = Number(values.days)
const sources = values.source ?? []
const unknown = sources.find((source) => source !== 'hf' && source !== 'arxiv')
if (unknown !== undefined) stop(`--source ${unknown}: there are hf and arxiv\n${USAGE}`)
if (!Number.isInteger(days) || days < 1 || days > 31) stop(`--days ${values.days}: a number from 1 to 31\n${USAGE}`)
if (sources.length === 0 && !values.resolve) stop(`nothing to do\n${USAGE}`)

await ensureInstalled()
const { runRefresh } = await importTypeScript('src/refresh/run.ts')
const project = /** @type {{ version: string }} */ (JSON.parse(readFileSync(inProject('package.json'), 'utf8')))
const home = process.env['GITHUB_REPOSITORY']
const done = await /** @type {typeof import('../refresh/run.ts').runRefresh} */ (runRefresh)(
  {
    folder: values.into ?? inProject('data/sources'),
    sources: /** @type {Request['sources']} */ (sources),
    days,
    resolve: values.resolve,
    base: values.host,
    today: new Date().toISOString().slice(0, 10),
    userAgent: `Offprint/${project.version}${home ? ` (+https://github.com/${home})` : ''}`,
  },
  console.log,
)
if (!done) process.exit(1)

function read() {
  try {
    return parseArgs({
      options: {
        source: { type: 'string', multiple: true },
        days: { type: 'string', default: '3' },
        resolve: { type: 'boolean', default: false },
        into: { type: 'string' },
        host: { type: 'string' },
      },
    })
  } catch (cause) {
    return stop(`${cause instanceof Error ? cause.message : String(cause)}\n${USAGE}`)
  }
}
