/** `npm run release`: the newest day's papers as a release of the repository, once; for the workflow, which has the right to. */
import { compileCorpus } from './corpus.mjs'
import { ensureInstalled } from './install.mjs'
import { stop } from './project.mjs'
import { importTypeScript } from './typescript.mjs'

const { GITHUB_REPOSITORY: name, GITHUB_TOKEN: token, GITHUB_API_URL: api = 'https://api.github.com' } = process.env
if (!name || !token) stop('GITHUB_REPOSITORY and GITHUB_TOKEN must name the repository and the right to release in it.')

await ensureInstalled()
const compiled = await compileCorpus()
if (!compiled.ok) stop(compiled.error)
const { runRelease } = await importTypeScript('src/refresh/release.ts')
const release =
  /** @type {(papers: readonly unknown[], repository: object, say: (line: string) => void) => Promise<boolean>} */ (
    runRelease
  )
if (!(await release(compiled.value.papers, { api, name, token }, console.log))) process.exit(1)
