/** A reading list as most pages keep one: an array under one key, read and written again, without asking for strict durability. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Host } from '../support/host.ts'
import { shared } from './shared.ts'

/** It answers the two calls of the library's page that saving is tried with. */
const PAGE = `<!doctype html>
<title>A list</title>
<script type="module">
  const database = await new Promise((done) => {
    const request = indexedDB.open('list', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('kept')
    request.onsuccess = () => done(request.result)
  })
  const run = (mode, work) =>
    new Promise((done, fail) => {
      const transaction = database.transaction('kept', mode)
      const request = work(transaction.objectStore('kept'))
      transaction.oncomplete = () => done(request.result)
      transaction.onabort = () => fail(transaction.error)
    })
  const list = async () => (await run('readonly', (store) => store.get('papers'))) ?? []
  globalThis.offprint = {
    save: async (numbers) => {
      const papers = [...(await list()), ...numbers.map((number) => 'p' + number)]
      await run('readwrite', (store) => store.put(papers, 'papers'))
      return 'kept'
    },
    plain: async () => ({ lists: [['to-read', 'To read', await list()]], whole: true }),
  }
</script>
`

const site = shared(
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'faults-list-'))
    await writeFile(join(folder, 'index.html'), PAGE)
    return { folder, host: await new Host(folder).start() }
  },
  async ({ folder, host }) => {
    await host.stop()
    await rm(folder, { recursive: true })
  },
)

/** Its address. */
export async function stockList(): Promise<string> {
  return (await site()).host.url
}
