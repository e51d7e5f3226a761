/** A large library put straight into the database of a page's origin, as if it had been saved there. */
import type { Page } from 'playwright-core'

/** Saves made-up papers to To read; the page must be of the app's origin and not the app. */
export function fillLibrary(page: Page, count: number): Promise<void> {
  return page.evaluate(async (count) => {
    const request = indexedDB.open('offprint:/', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('records', { keyPath: ['kind', 'id'] })
    const database = await new Promise<IDBDatabase>((done) => {
      request.onsuccess = () => {
        done(request.result)
      }
    })
    const transaction = database.transaction('records', 'readwrite')
    const store = transaction.objectStore('records')
    const abstract = 'We present a method for the parallel training of large models on few devices. '.repeat(16)
    const base = { abstract, topics: ['mixture-of-experts'], kind: 'method', code: 'none', codeLinks: [] }
    const rest = { projectLink: null, system: null, does: null, result: null }
    for (let rank = 0; rank < count; rank++) {
      const [id, title, changed] = [`made-${rank}`, `Paper number ${rank} of a large library`, 1.7e12 + rank]
      store.put({ kind: 'entry', id: `to-read:${id}`, v: 1, changed, data: { added: changed, title } })
      store.put({ kind: 'paper', id, v: 1, changed, data: { id, title, rank, ...base, ...rest } })
    }
    await new Promise((done) => (transaction.oncomplete = done))
    database.close()
  }, count)
}
