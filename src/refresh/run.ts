/** What `npm run refresh` does: one host after the other, then the titles, a line said of each thing that happened. */
import { join } from 'node:path'
import type { Day } from '../base/days.ts'
import { pause } from '../base/pause.ts'
import { HOSTS, type HostName, type PaperHost } from './hosts.ts'
import { askPolitely, type World } from './polite.ts'
import { refresh } from './refresh.ts'
import { resolveTitles } from './resolve.ts'
import { openSourceFolder } from './source-folder.ts'

export interface RefreshRequest {
  /** With the sources.json. */
  readonly folder: string
  readonly sources: readonly HostName[]
  /** How many days, today's the last. */
  readonly days: number
  readonly resolve: boolean
  /** In place of the hosts' own addresses. */
  readonly base: string | undefined
  readonly today: Day
  readonly userAgent: string
}

const WORLD: World = {
  fetch: (address, options) => fetch(address, options),
  sleep: pause,
}

/** Whether all that was asked for came, or was not there to come. */
export async function runRefresh(
  { folder: path, sources, days, resolve, base, today, userAgent }: RefreshRequest,
  say: (line: string) => void,
  world: World = WORLD,
): Promise<boolean> {
  const folder = openSourceFolder(path)
  if (!folder.ok) {
    say(folder.error)
    return false
  }
  const at = (host: PaperHost): PaperHost => ({ ...host, base: base ?? host.base })
  const asking = (host: PaperHost) => askPolitely(world, { userAgent, pause: host.pause })
  let whole = true
  for (const source of sources) {
    const host = at(HOSTS[source])
    for (const { file, kind, says } of await refresh({ host, folder: folder.value, ask: asking(host), today, days })) {
      say(`${join(path, file)}: ${says}`)
      if (kind === 'kept') whole = false
    }
  }
  if (resolve) {
    const host = at(HOSTS.arxiv)
    const { asked, found, broken } = await resolveTitles({ folder: folder.value, ask: asking(host), today, host })
    say(`${String(asked)} undated titles looked up, ${String(found)} found`)
    if (broken !== null) say(`it ended early: ${broken}`)
    if (broken !== null) whole = false
  }
  return whole
}
