/** The house holds: who may import whom, no circles, names that say something, files of a readable length. */
import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { describe, expect, it } from 'vitest'
import { findCycles, findMisfits, findStrays, readImports, type Files, type Rules } from './support/layers.ts'

const NODE = builtinModules.map((name) => `node:${name}`)
const PURE = ['base', 'text', 'corpus']

/** The table "Who may import whom" of src/README.md. */
const RULES: Rules = {
  base: { folders: [] },
  text: { folders: ['base'], packages: ['data/synonyms.json'] },
  corpus: { folders: ['base'], packages: ['valibot', '@noble/hashes'] },
  sources: { folders: PURE, packages: ['valibot', 'fast-xml-parser'] },
  enrich: { folders: PURE, types: ['sources'], packages: ['valibot'] },
  query: { folders: PURE },
  meaning: { folders: PURE },
  search: {
    folders: [...PURE, 'query', 'meaning'],
    types: ['digest'],
    packages: ['@orama/orama', 'data/everyday.json'],
  },
  digest: { folders: [...PURE, 'query', 'meaning'] },
  library: { folders: ['base', 'corpus'], types: ['digest'], packages: ['valibot'] },
  formats: { folders: PURE, types: ['library', 'digest'] },
  compiler: {
    folders: [...PURE, 'sources', 'enrich', 'meaning', 'digest', 'formats'],
    packages: [...NODE, 'valibot'],
  },
  refresh: { folders: [...PURE, 'sources', 'enrich', 'digest', 'formats', 'compiler'], packages: NODE },
  workers: {
    folders: [...PURE, 'sources', 'enrich', 'query', 'meaning', 'search', 'digest'],
    packages: ['workbox-core', 'workbox-precaching', 'workbox-routing', 'data/topics.json'],
  },
  app: {
    folders: [...PURE, 'sources', 'enrich', 'query', 'meaning', 'search', 'digest', 'library', 'formats'],
    packages: ['svelte', 'temml', 'uqr', 'valibot', 'virtua', 'workbox-window', '~icons'],
  },
  main: { folders: [...PURE, 'search', 'library', 'app'], packages: ['svelte'] },
  tools: { folders: [], packages: [...NODE, 'vite', 'playwright-core', '@stryker-mutator/core'] },
}

const files: Files = new Map(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.(ts|svelte|mjs|css)$/.test(path))
    .map((path) => [path, readFileSync(path, 'utf8')]),
)

describe('src', () => {
  const imports = readImports(files)
  it('is read', () => {
    expect(files.size).toBeGreaterThan(10)
    expect(imports.length).toBeGreaterThan(10)
  })
  it('imports only what its table allows', () => {
    expect(findStrays(imports, RULES)).toEqual([])
  })
  it('has no circle of imports', () => {
    expect(findCycles(imports)).toEqual([])
  })
  it('has names, lengths and first lines as the house wants them', () => {
    expect(findMisfits(files)).toEqual([])
  })
  it('knows Orama in the engine alone', () => {
    const knowing = imports.filter(({ target }) => target.startsWith('@orama')).map(({ from }) => from)
    expect(knowing.filter((from) => !from.startsWith('src/search/engine'))).toEqual([])
  })
  it('starts its tools before anything is installed', () => {
    const statics = [...files].filter(([path]) => path.startsWith('src/tools/') && path.endsWith('.mjs'))
    const early = statics.filter(([, text]) => /^import [^(]*from '(?!node:|\.)/m.test(text)).map(([path]) => path)
    expect(early).toEqual([])
  })
})

describe('the table', () => {
  it('has no circle of folders', () => {
    const arrows = Object.entries(RULES).flatMap(([from, { folders, types = [] }]) =>
      [...folders, ...types].map((target) => ({ from, target, query: '', kind: 'value' as const })),
    )
    expect(findCycles(arrows)).toEqual([])
  })
})

describe('the check itself', () => {
  const stray = (path: string, text: string): readonly string[] =>
    findStrays(readImports(new Map([[path, text]])), RULES)

  it.each([
    ['src/base/days.ts', `import { fold } from '../text/fold.ts'`],
    ['src/base/days.ts', `import type { Paper } from '../corpus/paper.ts'`],
    ['src/corpus/load.ts', `export { fold } from '../text/fold.ts'`],
    ['src/corpus/load.ts', `const fold = await import('../text/fold.ts')`],
    ['src/corpus/load.ts', `let fold: typeof import('../text/fold.ts')`],
    ['src/library/lists.ts', `import { compose } from '../digest/compose.ts'`],
    ['src/library/lists.ts', `import { type Edition } from '../digest/compose.ts'`],
    ['src/search/client.ts', `import { mount } from 'svelte'`],
    ['src/search/client.ts', `import '../app/App.svelte'`],
    ['src/app/App.svelte', `<script lang="ts">import { run } from '../compiler/run.ts'</script>`],
    ['src/app/App.svelte', `<script module>import { run } from '../tools/start.mjs'</script>`],
    ['src/app/App.svelte', `<script lang="ts">import url from '../workers/search-worker.ts?worker&url'</script>`],
    ['src/main.ts', `import './workers/search-worker.ts'`],
    ['src/app/views/saved/SavedView.svelte', `<script>import B from '../browse/Bar.svelte'</script>`],
    ['src/app/components/Card.svelte', `<script>import B from '../views/browse/Bar.svelte'</script>`],
    ['src/query/parser.ts', `import lodash from 'lodash'`],
    ['src/newroom/a.ts', `import { ok } from '../base/result.ts'`],
  ])('refuses %s: %s', (path, text) => {
    expect(stray(path, text)).toHaveLength(1)
  })

  it.each([
    ['src/library/lists.ts', `import type { Edition } from '../digest/compose.ts'`],
    ['src/main.ts', `import worker from './workers/search-worker.ts?worker&url'`],
    ['src/app/views/all-routes.ts', `import { saved } from './saved/route.ts'`],
    ['src/app/views/saved/SavedView.svelte', `<script>import Row from './Row.svelte'</script>`],
    ['src/text/fold.ts', `// import { nothing } from '../app/App.svelte'`],
  ])('allows %s: %s', (path, text) => {
    expect(stray(path, text)).toEqual([])
  })

  it('sees a circle of files', () => {
    const imports = readImports(
      new Map([
        ['src/text/a.ts', `import './b.ts'`],
        ['src/text/b.ts', `import type { C } from './c.ts'`],
        ['src/text/c.ts', `import './a.ts'`],
      ]),
    )
    expect(findCycles(imports)).toEqual(['src/text/a.ts → src/text/b.ts → src/text/c.ts → src/text/a.ts'])
  })

  it.each([
    ['src/text/utils.ts', '/** Says. */'],
    ['src/text/index.ts', '/** Says. */'],
    ['src/helpers/fold.ts', '/** Says. */'],
    ['src/text/fold.ts', 'export const silent = 1'],
    ['src/text/fold.ts', `/** Says. */\n${'\n'.repeat(250)}`],
    ['src/app/App.svelte', '{@html paper.title}'],
  ])('finds the misfit %s', (path, text) => {
    expect(findMisfits(new Map([[path, text]]))).toHaveLength(1)
  })
})
