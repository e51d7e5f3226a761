/** `npm run mutation -- [FILE | FOLDER…] [--static]`: breaks library, corpus and digest in small ways, and says what no test notices. */
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { ROOT } from './project.mjs'
import { takeFlag } from './words.mjs'

/** Of 100 small faults the tests are to notice so many. */
const LEAST = 85
const words = process.argv.slice(2)
/** What is run once, when a module loads: each such fault needs all tests anew. */
const withStatic = takeFlag(words, '--static')
const wanted = words.length > 0 ? words : ['src/library', 'src/corpus', 'src/digest']

await ensureInstalled()
const { Stryker } = await import('@stryker-mutator/core')
const folder = join(tmpdir(), 'offprint-mutation')
const results = await new Stryker({
  mutate: wanted.map((path) => (path.endsWith('.ts') || path.includes('.ts:') ? path : `${path}/**/*.ts`)),
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'src/tools/mutation-tests.mjs' },
  coverageAnalysis: 'perTest',
  ignoreStatic: !withStatic,
  concurrency: 2,
  // A busy machine is slow, not stuck.
  timeoutMS: 20_000,
  dryRunTimeoutMinutes: 20,
  incremental: true,
  incrementalFile: join(folder, `incremental${withStatic ? '-static' : ''}.json`),
  tempDirName: join(folder, 'sandbox'),
  cleanTempDir: 'always',
  ignorePatterns: ['dist', 'public', 'tests/golden/releases', 'tests/e2e', 'tests/bench', 'coverage'],
  reporters: ['progress-append-only'],
  allowConsoleColors: false,
}).runMutationTest()

/** @type {Map<string, { noticed: number, all: number }>} */
const scores = new Map()
for (const { fileName: path, location, status, mutatorName, replacement } of results) {
  const fileName = relative(ROOT, path)
  const noticed = status === 'Killed' || status === 'Timeout'
  if (!noticed && status !== 'Survived' && status !== 'NoCoverage') continue
  for (const name of [fileName, fileName.split('/').slice(0, 2).join('/')]) {
    const { noticed: before, all } = scores.get(name) ?? { noticed: 0, all: 0 }
    scores.set(name, { noticed: before + (noticed ? 1 : 0), all: all + 1 })
  }
  const to = replacement.replaceAll(/\s+/g, ' ').slice(0, 100)
  if (!noticed) console.log(`${fileName}:${location.start.line}:${location.start.column + 1} ${mutatorName} → ${to}`)
}
for (const [name, { noticed, all }] of [...scores].sort())
  console.log(`${name}: ${noticed} of ${all}, ${((100 * noticed) / all).toFixed(1)} %`)
process.exit(
  [...scores].every(([name, { noticed, all }]) => name.endsWith('.ts') || noticed / all >= LEAST / 100) ? 0 : 1,
)
