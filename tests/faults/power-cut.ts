/** The power goes while papers are saved: the file system under the profile is shut down, and what was not flushed is gone. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type {} from '../support/library-page/page.ts'
import { seeded } from '../support/seeded.ts'
import type { FaultClass, Tally } from './fault-class.ts'
import { holdsAll, savePairs } from './kill-saving.ts'
import { libraryPage, withProfile } from './library-lab.ts'

const run = promisify(execFile)

export const powerCut: FaultClass = {
  name: 'power-cut',
  title: 'the power is cut while the reader saves (the file system of the profile shuts down without flushing)',
  sees: 'all that was shown as saved',
  quick: [0, 1],
  long: 60,
  absent,
  trial,
}

/** EXT4_IOC_SHUTDOWN with NOLOGFLUSH: what lies in memory alone is lost, as when the power goes. */
const SHUTDOWN = `
import fcntl, os, struct, sys
fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587d, struct.pack('I', 2))
`

async function absent(): Promise<string | null> {
  if (process.getuid?.() !== 0) return 'it takes root to mount a file system'
  try {
    await withDisk(() => Promise.resolve())
    return null
  } catch (cause) {
    return `no ext4 on a loop device here (${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)})`
  }
}

async function trial(seed: number): Promise<Tally> {
  const address = `${await libraryPage()}?quiet`
  const random = seeded(seed)
  const acknowledged = new Set<number>()
  await withDisk((disk) =>
    withProfile(async (profile) => {
      const page = await profile.open(address)
      const saving = savePairs(page, 10, acknowledged)
      await page.waitForTimeout(1_000 + 1_500 * random())
      await disk.cut()
      await profile.kill()
      await saving
      await disk.mendAndMount()
      await profile.start()
      await holdsAll(await profile.open(address), acknowledged)
    }, disk.folder),
  )
  assert.ok(acknowledged.size > 0, 'nothing was saved')
  return { 'acknowledged saves': acknowledged.size }
}

interface Disk {
  readonly folder: string
  readonly cut: () => Promise<unknown>
  readonly mendAndMount: () => Promise<void>
}

/** Runs with an ext4 of its own in a file. */
async function withDisk(work: (disk: Disk) => Promise<void>): Promise<void> {
  const place = await mkdtemp(join(tmpdir(), 'faults-disk-'))
  const [image, folder, script] = ['image', 'disk', 'cut.py'].map((name) => join(place, name)) as [
    string,
    string,
    string,
  ]
  const mount = (): Promise<unknown> => run('mount', ['-o', 'loop', image, folder])
  try {
    await writeFile(image, '')
    await truncate(image, 400 * 2 ** 20)
    await writeFile(script, SHUTDOWN)
    await mkdir(folder)
    await run('mkfs.ext4', ['-q', '-F', image])
    await mount()
    await work({
      folder,
      cut: () => run('python3', [script, folder]),
      mendAndMount: async () => {
        await unmount(folder)
        await mount()
      },
    })
  } finally {
    await run('umount', ['--lazy', folder]).catch(() => undefined) // it may not have been mounted
    await rm(place, { recursive: true, force: true })
  }
}

/** A browser that was killed lets go of its files a moment later. */
async function unmount(folder: string): Promise<void> {
  for (let tries = 50; ; tries--)
    try {
      await run('umount', [folder])
      return
    } catch (cause) {
      if (tries === 0) throw cause
      await new Promise((resume) => setTimeout(resume, 100))
    }
}
