/** `npm run dev`: the dev server, over a compiled corpus. */
import { ensureCorpus } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { inProject, run } from './project.mjs'

await ensureInstalled()
await ensureCorpus()
process.exit(await run(process.execPath, [inProject('node_modules/vite/bin/vite.js'), ...process.argv.slice(2)]))
