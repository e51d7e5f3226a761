/** Installs programs from Debian's packages, where this may be done. */
import { existsSync } from 'node:fs'
import { run } from './project.mjs'

/**
 * Installs packages by apt-get; does nothing unless this is root on Debian or one of its kin.
 * @param {readonly string[]} packages
 */
export async function installByApt(packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  await run('apt-get', ['update', '-qq'])
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}
