/** Hears all that the lab's browsers ask of another host than the trial's own: pages, workers, service workers. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { shared } from './shared.ts'

/**
 * The browser's own hosts: it looks for updates of itself and its lists, whatever it is told. Each by its whole name, as
 * fonts and searches lie on their neighbours, but for the servers that updates come from.
 */
const BROWSERS_OWN = new Set([
  // Heard here, of Chromium 156.
  'accounts.google.com',
  'content-autofill.googleapis.com',
  'update.googleapis.com',
  // What other builds ask for as soon as they start.
  ...['android.clients', 'clients1', 'clients2', 'clients3', 'clients4', 'dl', 'mtalk', 'www'].map(
    (name) => `${name}.google.com`,
  ),
  ...['chromekanonymity-pa', 'clientservices', 'optimizationguide-pa', 'passwordsleakcheck-pa', 'safebrowsing'].map(
    (name) => `${name}.googleapis.com`,
  ),
  'www.gstatic.com',
])
/** Heard here, too, and others of its kind. */
const UPDATES = /(?:^|\.)gvt1\.com$/

const heard: string[] = []

/** An address as a proxy is asked for it: of a secure host its name and port alone. */
function hear(address = ''): void {
  const { hostname } = new URL(address.includes('://') ? address : `https://${address}`)
  if (!BROWSERS_OWN.has(hostname) && !UPDATES.test(hostname)) heard.push(address)
}

/** A proxy for every browser that is started from now on; what lies on this machine goes past it. */
export const outside = shared(
  async () => {
    const server = createServer((request, response) => {
      hear(request.url)
      response.writeHead(502).end()
    })
    server.on('connect', (request, socket) => {
      hear(request.url)
      socket.destroy()
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    process.env['BROWSER_PROXY'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return { server, heard }
  },
  ({ server }) => new Promise((done) => server.close(done)),
)
