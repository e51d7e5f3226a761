/** A static host for tests, as slow and as faulty as a test wants it. */
import { readFile, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { faulty, whole, type Fault } from './faults.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/atom+xml',
}

export interface HostOptions {
  /** The path the folder is mounted at, with both slashes; elsewhere is 404. */
  readonly mount?: string
  /** Milliseconds before each answer, and bytes per second of each body. */
  readonly delay?: number
  readonly rate?: number
  readonly compress?: boolean
  /** Sent with every file. */
  readonly headers?: Readonly<Record<string, string>>
}

export class Host {
  /** What is served; another folder may take its place at any time. */
  folder: string
  /** The fault of a file, named from the folder, for this use of it (`script`, `empty` for fetch …); null serves it well. */
  fault: (file: string, use: string) => Fault | null = () => null
  /** Whether a browser may keep what a fault sends, as on hosts that let it for ten minutes. */
  faultsStay = false
  /** Every path asked for, in order. */
  readonly requests: string[] = []
  #port = 0
  #server: Server | null = null
  readonly #options: Required<HostOptions>
  readonly #packed = new Map<string, Buffer>()

  constructor(folder: string, options: HostOptions = {}) {
    this.folder = folder
    this.#options = { mount: '/', delay: 0, rate: Infinity, compress: false, headers: {}, ...options }
  }

  /** The address of the folder, with closing slash; the same before and after a stop. */
  get url(): string {
    return `http://localhost:${this.#port}${this.#options.mount}`
  }

  async start(): Promise<this> {
    const server = createServer((request, response) => void this.#answer(request, response))
    await new Promise<void>((done) => server.listen(this.#port, '127.0.0.1', done))
    this.#port = (server.address() as AddressInfo).port
    this.#server = server
    return this
  }

  /** Cuts every connection, as a host that is gone. */
  async stop(): Promise<void> {
    const server = this.#server
    this.#server = null
    if (!server) return
    const closed = new Promise((done) => server.close(done))
    server.closeAllConnections()
    await closed
  }

  /** Cuts every connection, and is there again: what hung has ended. */
  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop()
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.url)
    this.requests.push(pathname)
    const { mount, delay, compress } = this.#options
    if (delay > 0) await pause(delay)
    if (!pathname.startsWith(mount)) {
      whole(response, 404, Buffer.from('Not found'), 'text/plain')
      return
    }
    const file = decodeURIComponent(pathname.slice(mount.length)) || 'index.html'
    const path = join(this.folder, file)
    const body = await readFile(path).catch(() => null)
    const type = TYPES[extname(file)] ?? 'application/octet-stream'
    const fault = this.fault(file, String(request.headers['sec-fetch-dest']))
    if (fault && this.faultsStay) response.setHeader('cache-control', 'max-age=600')
    if (fault) faulty(response, fault, body ?? Buffer.alloc(0), type, mount)
    else if (!body) whole(response, 404, Buffer.from('Not found'), 'text/plain')
    else if (!compress || extname(file) === '.png') await this.#send(response, body, { 'content-type': type })
    else
      await this.#send(response, await this.#pack(path, body, request), { 'content-type': type, ...encoding(request) })
  }

  async #pack(path: string, body: Buffer, request: IncomingMessage): Promise<Buffer> {
    const { 'content-encoding': coding } = encoding(request)
    const key = `${coding} ${path} ${(await stat(path)).mtimeMs}`
    const packed = this.#packed.get(key) ?? compressed(body, coding)
    this.#packed.set(key, packed)
    return packed
  }

  async #send(response: ServerResponse, body: Buffer, headers: Record<string, string>): Promise<void> {
    response.writeHead(200, {
      ...this.#options.headers,
      ...headers,
      'content-length': body.length,
      'cache-control': 'no-cache',
    })
    const { rate } = this.#options
    // Ten slices a second are smooth enough for a page that loads in seconds.
    for (let at = 0, slice = rate / 10; at < body.length; at += slice) {
      response.write(body.subarray(at, rate === Infinity ? body.length : at + slice))
      if (rate !== Infinity) await pause(100)
      else break
    }
    response.end()
  }
}

function encoding(request: IncomingMessage): { 'content-encoding': 'br' | 'gzip' } {
  return { 'content-encoding': String(request.headers['accept-encoding']).includes('br') ? 'br' : 'gzip' }
}

function compressed(body: Buffer, coding: 'br' | 'gzip'): Buffer {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  return coding === 'br' ? brotliCompressSync(body, quality) : gzipSync(body, { level: 9 })
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}
