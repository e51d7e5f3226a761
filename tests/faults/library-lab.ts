/** Where trials of the library run: its page, and profiles whose browser may be killed and started again. */
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { LibrarySite, Profile } from '../support/library-site.ts'
import { atEnd, ended } from './shared.ts'

let site: Promise<LibrarySite> | null = null

/** The address of the page that has only the library. */
export async function libraryPage(): Promise<string> {
  if (site === null) {
    site = LibrarySite.start()
    atEnd(async () => (await site)?.stop())
  }
  return (await site).url
}

/** Runs with a profile in a folder of its own, its browser started. */
export async function withProfile<Value>(
  work: (profile: Profile) => Promise<Value>,
  parent = tmpdir(),
): Promise<Value> {
  const folder = await mkdtemp(join(parent, 'faults-profile-'))
  const profile = new Profile(folder)
  const start = async (): Promise<Value> => {
    await profile.start()
    return work(profile)
  }
  return ended(start, () => profile.remove())
}
