/** What can go wrong between a host and a browser: what broken hosts, bad lines and captive portals really send. */
import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'

export const FAULTS = [
  'not-found',
  'server-error',
  'reset',
  'hang',
  'empty',
  /** Fewer bytes than announced: browsers notice. */
  'cut',
  /** No length announced, and ended early: browsers do not notice. */
  'cut-unannounced',
  'cut-gzip',
  'one-bit',
  /** A sign-in page with status 200. */
  'portal',
  /** The same under the file's own type. */
  'portal-typed',
  'redirect',
] as const
/** JSON, and not what was asked for. */
export const JSON_FAULTS = ['null', 'nested', 'doubled', 'later-format'] as const
export type Fault = (typeof FAULTS)[number] | (typeof JSON_FAULTS)[number]

const PORTAL = Buffer.from('<!doctype html><title>Sign in</title><p>Accept the terms to use this network.')

/** The faults that are another body under the file's own type. */
const BODIES: Readonly<Partial<Record<Fault, (body: Buffer) => Buffer>>> = {
  empty: () => Buffer.alloc(0),
  'one-bit': flipped,
  'portal-typed': () => PORTAL,
  null: () => Buffer.from('null'),
  nested: () => Buffer.from('['.repeat(50_000) + ']'.repeat(50_000)),
  doubled: (body) => Buffer.concat([body, body]),
  'later-format': (body) => Buffer.from(String(body).replace(/"format":\s*\d+/, '"format":99')),
}

/** Answers with the fault in place of the file's `body`; a redirect leads to the page at `home`. */
export function faulty(response: ServerResponse, fault: Fault, body: Buffer, type: string, home: string): void {
  const half = body.subarray(0, body.length >> 1)
  switch (fault) {
    case 'not-found':
      whole(response, 404, Buffer.from('Not found'), 'text/plain')
      return
    case 'server-error':
      whole(response, 500, Buffer.from('Internal Server Error'), 'text/plain')
      return
    case 'reset':
      response.socket?.destroy()
      return
    case 'hang':
      return // Silence: the browser has to give up by itself.
    case 'cut':
      response.writeHead(200, { 'content-type': type, 'content-length': body.length })
      response.write(half, () => response.socket?.destroy())
      return
    case 'cut-unannounced':
      response.writeHead(200, { 'content-type': type }).end(half)
      return
    case 'cut-gzip': {
      const packed = gzipSync(body)
      response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' })
      response.end(packed.subarray(0, packed.length >> 1))
      return
    }
    case 'portal':
      whole(response, 200, PORTAL, 'text/html')
      return
    case 'redirect':
      response.writeHead(302, { location: home }).end()
      return
    // The rest are other bodies.
    case 'empty':
    case 'one-bit':
    case 'portal-typed':
    case 'null':
    case 'nested':
    case 'doubled':
    case 'later-format':
      whole(response, 200, BODIES[fault]?.(body) ?? body, type)
  }
}

/** Answers with these bytes, their length announced. */
export function whole(response: ServerResponse, status: number, body: Buffer, type: string): void {
  response.writeHead(status, { 'content-type': type, 'content-length': body.length }).end(body)
}

function flipped(body: Buffer): Buffer {
  const copy = Buffer.from(body)
  copy[body.length >> 1] = (body[body.length >> 1] ?? 0) ^ 1
  return copy
}
