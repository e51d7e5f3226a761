/** `npm run format`: Prettier over all that is written by hand; with `--check` it only says what differs. */
import { ensureInstalled } from './install.mjs'
import { inProject, run } from './project.mjs'

const FILES = [
  '*.{js,json,ts,html}',
  'data/*.json',
  'src/**/*.{css,json,mjs,svelte,ts}',
  'tests/**/*.{json,svelte,ts}',
  '.github/**/*.yml',
  '!package-lock.json',
  // Data and files as they were once written, kept for ever.
  '!tests/golden/**',
]

await ensureInstalled()
const mode = process.argv.includes('--check') ? '--check' : '--write'
const prettier = inProject('node_modules/prettier/bin/prettier.cjs')
const quiet = ['--log-level', 'warn', '--no-error-on-unmatched-pattern']
process.exit(await run(process.execPath, [prettier, mode, ...quiet, ...FILES]))
