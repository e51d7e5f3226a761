/** Hears all that the lab's browsers ask of another host than the trial's own: pages, workers, service workers. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { shared } from './shared.ts'

/** The browser's own hosts, each by its whole name: it looks for updates of itself, whatever it is told. */
const BROWSERS_OWN = [
  // Heard here, of Chromium 156.
  'accounts.google.com',
  'content-autofill.googleapis.com',
  'update.googleapis.com',
  // What other builds ask for as soon as they start.
  'clients2.google.com',
  'clientservices.googleapis.com',
  'optimizationguide-pa.googleapis.com',
  'safebrowsing.googleapis.com',
]

const heard: string[] = []

/** An address as a proxy is asked for it: of a secure host its name and port alone. */
function hear(address = ''): void {
  const { hostname } = new URL(address.includes('://') ? address : `https://${address}`)
  if (!BROWSERS_OWN.includes(hostname)) heard.push(address)
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
