/** Runs a TypeScript module on any supported Node, through Vite's module runner. */
import { inProject } from './project.mjs'

/** @type {Promise<import('vite').RunnableDevEnvironment> | undefined} */
let opened

/**
 * Loads a module named from the top folder; what it exports is for the caller to know.
 * @param {string} path
 * @returns {Promise<Record<string, unknown>>}
 */
export async function importTypeScript(path) {
  opened ??= openEnvironment()
  return (await opened).runner.import(inProject(path))
}

/** As `runnerImport` of Vite opens one, which then closes it: a module that is imported when needed comes later. */
async function openEnvironment() {
  const { createRunnableDevEnvironment, resolveConfig } = await import('vite')
  const dev = { moduleRunnerTransform: true }
  /** @type {import('vite').EnvironmentOptions} */
  const inline = { consumer: 'server', dev, resolve: { external: true, mainFields: [], conditions: ['node'] } }
  // Node 20 does not know `await using`.
  const oxc = { target: 'node20' }
  const options = { oxc, configFile: /** @type {const} */ (false), envDir: /** @type {const} */ (false) }
  const config = await resolveConfig({ ...options, logLevel: 'error', environments: { inline } }, 'serve')
  const environment = createRunnableDevEnvironment('inline', config, {
    runnerOptions: { hmr: { logger: false } },
    hot: false,
  })
  await environment.init()
  return environment
}
