/** `npm run shots`: the pictures of the README and of the install card; with `--gallery DIR`, every view in every state. */
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { stop } from './project.mjs'
import { importTypeScript } from './typescript.mjs'

const [mode, folder] = process.argv.slice(2)
if (mode !== undefined && (mode !== '--gallery' || folder === undefined))
  stop('Usage: npm run shots, or npm run shots -- --gallery DIR')
await ensureInstalled()
if (!(await ensureBuilt())) stop('The app could not be built; the reason stands above.')
const { takeShots, takeGallery } = await importTypeScript('tests/shots/run.ts')
await /** @type {(folder: string) => Promise<void>} */ (folder === undefined ? takeShots : takeGallery)(
  folder ?? 'public/screenshots',
)
process.exit(0)
