/** The built app at an address of its own, as the parts of the bench visit it. */
import { preview } from 'vite'

/** Serves `dist/` while `visit` runs; the address ends in a slash. */
export async function withApp<Value>(visit: (url: string) => Promise<Value>): Promise<Value> {
  const server = await preview({ logLevel: 'silent', preview: { host: '127.0.0.1', port: 0 } })
  try {
    const url = server.resolvedUrls?.local[0]
    if (url === undefined) throw new Error('the app is served nowhere')
    return await visit(url)
  } finally {
    await server.close()
  }
}
