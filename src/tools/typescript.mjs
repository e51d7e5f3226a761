/** Runs a TypeScript module on any supported Node, through Vite's module runner. */
import { inProject } from './project.mjs'

/**
 * Loads a module named from the top folder; what it exports is for the caller to know.
 * @param {string} path
 * @returns {Promise<Record<string, unknown>>}
 */
export async function importTypeScript(path) {
  const { runnerImport } = await import('vite')
  const run = /** @type {{ module: Record<string, unknown> }} */ (
    await runnerImport(inProject(path), { configFile: false, logLevel: 'error' })
  )
  return run.module
}
