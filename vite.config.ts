/** How the app is built, one `dist/` for every path of every static host, and how its tests run. */
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { svelteTesting } from '@testing-library/svelte/vite'
import icons from 'unplugin-icons/vite'
import { VitePWA } from 'vite-plugin-pwa'
import type { Plugin, Rolldown } from 'vite'
import { defineConfig } from 'vitest/config'
import project from './package.json' with { type: 'json' }
import { CONTENT_POLICY } from './src/base/security-headers.ts'
import { licenceTexts } from './src/tools/packages.mjs'
import { contentPolicy, inOneFile, integrity } from './src/tools/shell.ts'

const { configureOptions, transform } = integrity()

/** The shell alone is precached; the search worker keeps the papers, and the browser fetches icons when it installs. */
const serviceWorker = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'src/workers',
  filename: 'service-worker.ts',
  // Both would write what the content policy and `integrity` forbid; public/ has the manifest.
  injectRegister: false,
  manifest: false,
  integration: { configureOptions, configureCustomSWViteBuild: inOneFile },
  injectManifest: {
    globPatterns: ['index.html', 'theme.js', 'assets/*.{js,css}', 'icons/icon.svg'],
    // Hashing in script is for insecure addresses, which have no service worker.
    globIgnores: ['assets/sha2-*.js'],
    manifestTransforms: [transform],
  },
})

/** Opening the library takes one file in place of a dozen small ones: each costs a phone some 5 ms when it is asked for. */
const LIBRARY = {
  name: 'library',
  test: /\/(?:valibot|src\/library\/(?!persistence|list-link)|src\/app\/(?:state\/(?:library-session|(?:own-|wanted-)?deeds|new-id|search-counts)|library-words|components\/(?:Library|Undo|PaperSheet|Sheet|ListTicks|NameForm)))/,
}

/** All that the first page imports, at whatever remove, is likewise one file. */
const CORE: Rolldown.CodeSplittingGroup = {
  priority: 1,
  debugName: 'core',
  name: (id, modules) => {
    const reached = new Set([id])
    for (const at of reached) for (const importer of modules.getModuleInfo(at)?.importers ?? []) reached.add(importer)
    return [...reached].some((at) => at.endsWith('/src/main.ts')) ? 'core' : null
  },
}

/** An icon as markup alone: properties spread on it would cost more than the rest of an entry. No reader hears it. */
const hidden = (svg: string): string => svg.replace('<svg', '<svg aria-hidden="true"')

/**
 * What of Orama nobody asks for: its searches by vector and by both, its facets and groups, its sorting and pinning; the
 * index, the tokenizer and the store that ours replace; the sentences of its errors, of which the code is left. They
 * would be 17 kB of the worker's 40.
 */
const UNASKED =
  /search-(?:vector|hybrid)\.js$|components\/(?:(?:tokenizer\/)?index|facets|groups|documents-store|sorter|pinning|pinning-manager)\.js$|\/errors\.js$/
const unasked: Plugin = {
  name: 'unasked',
  enforce: 'pre',
  resolveId: (source, importer) => (importer?.includes('@orama') && UNASKED.test(source) ? '\0unasked' : null),
  load: (id) =>
    id === '\0unasked'
      ? 'export const searchVector = null, hybridSearch = null, createIndex = null, searchByGeoWhereClause = null, createTokenizer = null, normalizeToken = null, getFacets = null, getGroups = null, createDocumentsStore = null; export const createSorter = () => ({ create: () => null }), createPinning = createSorter, applyPinningRules = (orama, rules, found) => found; export const createError = (code) => new Error(code)'
      : null,
}

/** Vite's own list knows the window's packages alone, not those of the two workers. */
const licences: Plugin = {
  name: 'licences',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'licences.txt', source: licenceTexts() })
  },
}

export default defineConfig({
  base: './',
  // A file that is missing is a 404, here as on a static host: never the page in its place.
  appType: 'mpa',
  plugins: [
    // Element by element instead of through innerHTML: no policy for markup, and a third less blocking at start.
    svelte({ configFile: false, compilerOptions: { fragments: 'tree' } }),
    icons({ compiler: { extension: 'svelte', compiler: hidden } }),
    contentPolicy(CONTENT_POLICY),
    licences,
    serviceWorker,
  ],
  define: { 'import.meta.env.VERSION': JSON.stringify(project.version) },
  worker: { format: 'es', plugins: () => [unasked] },
  // One stylesheet: all of it is smaller than a second request is slow.
  build: {
    target: ['chrome120', 'firefox128', 'safari17.4'],
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { includeDependenciesRecursively: false, groups: [CORE, LIBRARY] } } },
  },
  test: {
    passWithNoTests: true,
    // A busy machine is slow, not wrong: this only ends what would hang.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    // Vitest empties style sheets, those read as text too.
    css: { include: [/\?raw$/] },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/*.test.ts'],
          environment: 'node',
          // Files share their modules, which is two fifths of the time; what a file puts in place of a global it takes away.
          isolate: false,
        },
      },
      {
        extends: true,
        plugins: [svelteTesting()],
        test: { name: 'component', include: ['tests/component/**/*.test.ts'], environment: 'happy-dom' },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: 'tests/support/built.ts',
          // A browser on a busy machine is not wholly steady; npm test names each test that needed its second try.
          retry: 1,
        },
      },
    ],
  },
})
