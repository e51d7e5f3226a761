/** Builds the page that has only the library, serves it, and starts browsers that can be killed. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build } from 'vite'
import { BROWSER_FLAGS, findBrowser } from '../../src/tools/browser.mjs'

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' }

export class LibrarySite {
  readonly #folder: string
  readonly #server: Server
  readonly url: string

  private constructor(folder: string, server: Server, url: string) {
    this.#folder = folder
    this.#server = server
    this.url = url
  }

  static async start(): Promise<LibrarySite> {
    const folder = await mkdtemp(join(tmpdir(), 'library-site-'))
    await build({
      configFile: false,
      root: join(import.meta.dirname, 'library-page'),
      base: './',
      logLevel: 'warn',
      build: { outDir: folder, emptyOutDir: true, target: 'es2022' },
    })
    const server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://site').pathname
      const file = path === '/' ? 'index.html' : path.slice(1)
      readFile(join(folder, file)).then(
        (bytes) => response.setHeader('content-type', TYPES[extname(file)] ?? 'text/plain').end(bytes),
        () => response.writeHead(404).end(),
      )
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    return new LibrarySite(folder, server, `http://localhost:${port}/`)
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await rm(this.#folder, { recursive: true, force: true })
  }
}

/** A browser on a profile folder, whose processes can be killed as a crash would. */
export class Profile {
  readonly folder: string
  #process: ChildProcess | null = null
  #browser: Browser | null = null

  constructor(folder: string) {
    this.folder = folder
  }

  static async make(): Promise<Profile> {
    return new Profile(await mkdtemp(join(tmpdir(), 'library-profile-')))
  }

  /** Starts the browser; give it pages with `open`. */
  async start(): Promise<void> {
    const path = await findBrowser()
    if (path === null) throw new Error('No Chromium here: set CHROME_PATH.')
    const flags = [...BROWSER_FLAGS, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${this.folder}`]
    const started = spawn(path, [...flags, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'], detached: true })
    this.#process = started
    this.#browser = await chromium.connectOverCDP(await addressOf(started.stderr))
  }

  /** A new tab on an address of the library's page, with the library read. */
  async open(url: string): Promise<Page> {
    const page = await this.visit(url)
    await ready(page)
    return page
  }

  /** A new tab on any address. */
  async visit(url: string): Promise<Page> {
    const context = this.#browser?.contexts()[0]
    if (!context) throw new Error('The browser is not started.')
    const page = await context.newPage()
    await page.goto(url)
    return page
  }

  /** Ends all of its processes at once, with no warning. */
  async kill(): Promise<void> {
    const { pid } = this.#process ?? {}
    const ended = new Promise((resolve) => this.#process?.once('exit', resolve))
    if (pid) process.kill(-pid, 'SIGKILL')
    await ended
    await this.#browser?.close().catch(() => undefined)
  }

  async remove(): Promise<void> {
    if (this.#process?.exitCode === null && this.#process.signalCode === null) await this.kill()
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Waits until the page's functions are there. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => globalThis.offprint !== undefined)
}

/** Where a browser can be driven. It says so on stderr; the file that says it too stays empty on a full disk. */
function addressOf(stderr: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines = createInterface(stderr) // read to its end: a full pipe would hold the browser up
    lines.on('line', (line) => {
      const [, address] = /^DevTools listening on (\S+)$/.exec(line) ?? []
      if (address !== undefined) resolve(address)
    })
    lines.once('close', () => reject(new Error('The browser ended before it could be driven.')))
  })
}
