/** `npm run keep-release`: the built app without its papers, if a second build gives the same, packed for the fault lab. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { shippedPackages } from './packages.mjs'
import { inProject, stop } from './project.mjs'
import { buildAgain } from './reproduce.mjs'

/** The limit of one release, which stays in the repository for ever. */
const MOST_BYTES = 300_000

await ensureInstalled()
if (!(await ensureBuilt())) stop('The app could not be built; the reason stands above.')
const { differing, packages } = await buildAgain()
if (differing.length > 0) stop(`A second build is not the same: ${differing.join(', ')}. Is dist/ of this tree?`)
const listed = shippedPackages().map(({ name }) => name)
// The service worker is all that holds Workbox but for its window's part.
const shipped = [...packages, ...listed.filter((name) => name.startsWith('workbox-'))]
const astray = [...new Set([...listed, ...shipped])].filter((name) => !listed.includes(name) || !shipped.includes(name))
if (astray.length > 0) stop(`In dist/ or in the table of src/README.md, and not in both: ${astray.join(', ')}.`)
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
