/** A server that plays the hosts of new papers, as well or as badly as a test wants it. */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Breaks the connection in place of an answer. */
  readonly cut?: boolean
}

export interface Asked {
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
}

export class PaperHosts {
  /** What is answered to a question. */
  answer: (asked: Asked) => Answer = () => ({ status: 404 })
  /** Every question, in order. */
  readonly asked: Asked[] = []
  /** The most questions that were open at a time. */
  most = 0
  #open = 0
  #server: Server | null = null

  get url(): string {
    return `http://localhost:${String((this.#server?.address() as AddressInfo).port)}/`
  }

  async start(): Promise<this> {
    this.#server = createServer((request, response) => {
      this.most = Math.max(this.most, ++this.#open)
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
      const asked = { path: pathname, query: searchParams, headers: request.headers }
      this.asked.push(asked)
      const { status = 200, headers = {}, body = '', cut = false } = this.answer(asked)
      setTimeout(() => {
        this.#open -= 1
        if (cut) response.destroy()
        else response.writeHead(status, headers).end(body)
      }, 2)
    })
    await new Promise<void>((done) => this.#server?.listen(0, '127.0.0.1', done))
    return this
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server?.closeAllConnections()
    await new Promise((done) => this.#server?.close(done))
  }
}

/** A list of daily papers as the API of Hugging Face gives it. */
export function hfDaily(day: string, titles: readonly string[]): string {
  return JSON.stringify(
    titles.map((title, at) => ({
      paper: {
        id: `2611.${day.slice(5, 7)}${day.slice(8)}${String(at)}`,
        title,
        summary: `We present what ${title} needs.`,
        authors: [{ name: 'A. Author' }],
        submittedOnDailyAt: `${day}T00:00:00.000Z`,
        upvotes: at,
      },
    })),
  )
}

/** A feed of arXiv with entries of these titles, by their ids. */
export function arxivFeed(entries: Readonly<Record<string, string>>): string {
  const each = Object.entries(entries).map(
    ([id, title]) =>
      `<entry><id>http://arxiv.org/abs/${id}v1</id><published>2026-11-20T10:00:00Z</published><title>${title}</title>` +
      `<summary>We present what it needs.</summary><author><name>A. Author</name></author></entry>`,
  )
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Answer</title>${each.join('')}</feed>`
}
