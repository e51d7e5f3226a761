/** A disk of its own for a profile, whose power can be cut and which can be filled; it takes root and a loop device. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ended } from './shared.ts'

const run = promisify(execFile)

/** EXT4_IOC_SHUTDOWN with NOLOGFLUSH: what lies in memory alone is lost, as when the power goes. */
const SHUTDOWN = `
import fcntl, os, struct, sys
fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587d, struct.pack('I', 2))
`

export interface SmallDisk {
  readonly folder: string
  /** Cuts the power: what was not flushed is gone. */
  readonly cut: () => Promise<unknown>
  readonly mendAndMount: () => Promise<void>
  /** Takes all the room that is left, and gives it back. */
  readonly fill: () => Promise<void>
  readonly free: () => Promise<void>
}

/** Why there can be no such disk here; null where there can. */
export async function noSmallDisk(): Promise<string | null> {
  if (process.getuid?.() !== 0) return 'it takes root to mount a file system'
  try {
    await withSmallDisk(() => Promise.resolve())
    return null
  } catch (cause) {
    return `no ext4 on a loop device here (${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)})`
  }
}

/** Runs with an ext4 of its own in a file. */
export async function withSmallDisk(work: (disk: SmallDisk) => Promise<unknown>, megabytes = 400): Promise<void> {
  const place = await mkdtemp(join(tmpdir(), 'faults-disk-'))
  const at = (name: string): string => join(place, name)
  const [image, folder, script, ballast] = [at('image'), at('disk'), at('cut.py'), at('disk/ballast')]
  const mount = (): Promise<unknown> => run('mount', ['-o', 'loop', image, folder])
  const begin = async (): Promise<void> => {
    await writeFile(image, '')
    await truncate(image, megabytes * 2 ** 20)
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
      fill: async () => {
        // It ends by failing, for want of room; in large pieces first, which leave some.
        for (const size of ['1M', '512']) {
          const to = [`of=${ballast}`, 'oflag=append', 'conv=notrunc,fsync']
          await run('dd', ['if=/dev/zero', ...to, `bs=${size}`]).catch(() => undefined)
        }
      },
      free: () => rm(ballast),
    })
  }
  await ended(begin, async () => {
    await run('umount', ['--lazy', folder]).catch(() => undefined) // it may not have been mounted
    await rm(place, { recursive: true, force: true })
  })
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
