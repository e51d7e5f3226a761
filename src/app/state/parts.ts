/** Parts of the app whose code comes when it is needed: brought, mended, and asked for again where they did not come. */
import { pause } from '../../base/pause.ts'
import type { Offline } from './offline.svelte.ts'

/** A part that has not come by now is said not to have come; one that comes later is shown all the same. */
export const LATE_MS = 8_000
/** Who presses Try again waits no longer than this for an answer. */
const AGAIN_MS = 6_000

/** Asks for the code of a part. */
export type Ask<Code> = () => Promise<Code>

export class Parts {
  readonly #offline: Pick<Offline, 'mend'>
  readonly #reload: () => void

  constructor(
    offline: Pick<Offline, 'mend'>,
    reload = (): void => {
      location.reload()
    },
  ) {
    this.#offline = offline
    this.#reload = reload
  }

  /** The code of a part, which may have been damaged on this device and is then mended; throws where it does not come. */
  async bring<Code>(ask: Ask<Code>): Promise<Code> {
    try {
      return whole(await ask())
    } catch (cause) {
      if (!(await this.#offline.mend())) throw cause
      return whole(await ask())
    }
  }

  /**
   * Asks once more, past what the browser keeps of the files. A script that came and could not be read is not asked for
   * again as long as the page lives: where it is to be had now, the page is loaded again.
   */
  async again<Code>(ask: Ask<Code>): Promise<Code> {
    const there = await fetchAnew()
    try {
      return await Promise.race([this.bring(ask), tooLate()])
    } catch (cause) {
      if (there) this.#reload()
      throw cause
    }
  }
}

/** An empty file is a script to browsers, and has nothing in it. */
function whole<Code>(code: Code): Code {
  if (typeof code === 'object' && code !== null && Object.keys(code).length > 0) return code
  throw new Error('The file is empty')
}

async function tooLate(): Promise<never> {
  await pause(AGAIN_MS)
  throw new Error('The host does not answer')
}

/**
 * Fetches all that came after the first script anew from the host. True where the page is there and either all of that
 * is, too, or the page names another first script: a newer version, which has other files.
 */
async function fetchAnew(): Promise<boolean> {
  const [first] = [...document.scripts].filter(({ type }) => type === 'module').map(({ src }) => src)
  const page = await text(document.baseURI.split('#')[0] ?? '', 'no-store')
  const name = first?.split('/').at(-1) ?? ''
  if (!page?.includes('<title>Offprint')) return false
  if (!page.includes(name)) return true
  const files = new Set(performance.getEntriesByType('resource').map((entry) => entry.name))
  const later = [...files].filter((file) => /\/assets\/[^/]+\.js$/.test(file) && file !== first)
  const came = await Promise.all(later.map((file) => text(file, 'reload')))
  // What begins like a page is one: of a network that wants its terms accepted first.
  return came.every((script) => script !== null && !/^\s*</.test(script))
}

/** Null where it does not come, or empty. */
async function text(address: string, cache: RequestCache): Promise<string | null> {
  try {
    const answer = await fetch(address, { cache, redirect: 'error', signal: AbortSignal.timeout(AGAIN_MS) })
    return answer.ok ? (await answer.text()) || null : null
  } catch {
    return null // the host does not answer, or breaks off
  }
}
