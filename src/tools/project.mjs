/** Where the project lies, and how its commands run other programs. */
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The top folder, absolute. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * The absolute path of a file named from the top folder.
 * @param {string} path
 */
export const inProject = (path) => join(ROOT, path)

/**
 * Whether a module is the one Node was started with, and not imported by another.
 * @param {string} url the module's `import.meta.url`
 */
export const isCommand = (url) => process.argv[1] !== undefined && fileURLToPath(url) === process.argv[1]

/**
 * Runs a program to its end in the top folder; its exit code, 1 where a signal ended it.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', ...options })
    child.on('error', reject)
    child.on('close', (code) => {
      resolve(code ?? 1)
    })
  })
}

/**
 * Ends the process with a plain sentence.
 * @param {string} sentence
 * @returns {never}
 */
export function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
