/** The built app at an address of its own, as the bench and the screenshots visit it. */
import { Host, type HostOptions } from './host.ts'

/** Serves `dist/`, or another build, compressed, while `visit` runs; the host's address ends in a slash. */
export async function withApp<Value>(
  visit: (host: Host) => Promise<Value>,
  { folder = 'dist', ...options }: HostOptions & { readonly folder?: string } = {},
): Promise<Value> {
  const host = await new Host(folder, { compress: true, ...options }).start()
  try {
    return await visit(host)
  } finally {
    await host.stop()
  }
}
