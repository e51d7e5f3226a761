/** A library that could not be read at first. */
import type { Library } from './library.ts'

/** Settles once it has been read. */
export function whenRead(library: Pick<Library, 'loaded' | 'subscribe'>): Promise<void> {
  return new Promise((done) => {
    const stop = library.subscribe(() => {
      if (!library.loaded) return
      stop()
      done()
    })
  })
}
