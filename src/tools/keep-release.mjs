/** `npm run keep-release`: the built app without its papers, packed for the fault lab to update from and to go back to. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { inProject, stop } from './project.mjs'

/** The limit of one release, which stays in the repository for ever. */
const MOST_BYTES = 300_000

await ensureInstalled()
if (!(await ensureBuilt())) stop('The app could not be built; the reason stands above.')
const assets = readdirSync(inProject('dist/assets')).map((name) => `assets/${name}`)
const names = ['index.html', 'theme.js', 'service-worker.js', 'manifest.webmanifest', 'icons/icon.svg', ...assets]
const files = Object.fromEntries(names.map((name) => [name, readFileSync(inProject(`dist/${name}`), 'utf8')]))
const text = Buffer.from(JSON.stringify(files))
const params = { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: text.length }
const packed = brotliCompressSync(text, { params })
if (packed.length > MOST_BYTES) stop(`${packed.length} bytes are more than the ${MOST_BYTES} that a release may have.`)
const { version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'))
const folder = inProject('tests/golden/releases')
mkdirSync(folder, { recursive: true })
writeFileSync(`${folder}/${version}.json.br`, packed)
console.log(`tests/golden/releases/${version}.json.br: ${names.length} files, ${packed.length} bytes`)
