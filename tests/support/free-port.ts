/** A port of this machine that nobody listens at. */
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'

/** Free when it is named; whoever asks listens there soon. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
