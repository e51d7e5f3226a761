/** Where the second copy lies: in the private file system where that can be written to, else in a cache, else nowhere. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openCopyShelf, type CopyShelf } from '../../../src/library/copy-shelf.ts'
import { MemoryCaches } from '../../support/cache-storage.ts'

afterEach(() => vi.unstubAllGlobals())

const missing = () => new DOMException('there is no such file', 'NotFoundError')

/** A private file system in memory; `broken` is what each look at a file throws. */
class MemoryFiles {
  readonly folders = new Map<string, Map<string, Blob>>()
  broken: Error | null = null
  readonly root = {
    getDirectoryHandle: (name: string, { create }: { readonly create: boolean }) => {
      if (!create) throw missing()
      const files = this.folders.get(name) ?? new Map<string, Blob>()
      this.folders.set(name, files)
      return Promise.resolve(this.#folder(files))
    },
  }

  #folder(files: Map<string, Blob>) {
    const check = (file: string, create: boolean): void => {
      if (this.broken) throw this.broken
      if (!create && !files.has(file)) throw missing()
    }
    return {
      keys: () => files.keys(),
      getFileHandle: async (file: string, options?: { readonly create: boolean }) => {
        check(file, options?.create ?? false)
        const parts: BlobPart[] = []
        return Promise.resolve({
          getFile: () => Promise.resolve(files.get(file)),
          createWritable: () =>
            Promise.resolve({
              write: (part: BlobPart) => Promise.resolve(void parts.push(part)),
              close: () => Promise.resolve(void files.set(file, new Blob(parts))),
            }),
        })
      },
      removeEntry: async (file: string) => {
        check(file, false)
        return Promise.resolve(void files.delete(file))
      },
    }
  }
}

/** What this browser has. */
function browser({
  files,
  caches,
  writes = true,
}: {
  files?: () => unknown
  caches?: CacheStorage
  writes?: boolean
}): void {
  const FileSystemFileHandle = { prototype: writes ? { createWritable: () => undefined } : {} }
  vi.stubGlobal('FileSystemFileHandle', files && FileSystemFileHandle)
  vi.stubGlobal('navigator', { storage: { getDirectory: files } })
  vi.stubGlobal('caches', caches)
}

/** Writes, writes over, reads, names and removes. */
async function useOf(shelf: CopyShelf | null): Promise<readonly unknown[]> {
  if (!shelf) return ['nowhere']
  const read = async (name: string) => (await shelf.read(name))?.text()
  const before = await read('a')
  for (const text of ['first', 'second']) await shelf.write('a', new Blob([text]))
  await shelf.write('b', new Blob(['other']))
  const there = [await read('a'), await read('b'), await shelf.names()]
  await shelf.remove('a')
  await shelf.remove('a')
  return [before, ...there, await read('a'), await read('b'), await shelf.names()]
}
const KEPT = [undefined, 'second', 'other', ['a', 'b'], undefined, 'other', ['b']]

describe('a copy', () => {
  it('lies in a folder of its own in the private file system', async () => {
    const files = new MemoryFiles()
    browser({ files: () => files.root, caches: new MemoryCaches().storage() })
    expect(await useOf(await openCopyShelf('offprint:/a/b/'))).toEqual(KEPT)
    expect([...files.folders.keys()]).toEqual(['offprint%3A%2Fa%2Fb%2F'])
  })

  it.each([
    ['there is no private file system', {}],
    ['windows cannot write to it', { files: () => new MemoryFiles().root, writes: false }],
    ['it is refused', { files: () => Promise.reject(new DOMException('private window', 'SecurityError')) }],
  ])('lies in a cache where %s', async (_, has) => {
    const caches = new MemoryCaches()
    browser({ ...has, caches: caches.storage() })
    expect(await useOf(await openCopyShelf('offprint:/'))).toEqual(KEPT)
    expect([...caches.entries('offprint:/').keys()]).toEqual(['https://copy.invalid/b'])
  })

  it('lies nowhere where the browser has neither', async () => {
    browser({})
    expect(await useOf(await openCopyShelf('offprint:/'))).toEqual(['nowhere'])
  })

  it('that cannot be read is not taken for one that is not there', async () => {
    const files = new MemoryFiles()
    browser({ files: () => files.root })
    const shelf = (await openCopyShelf('offprint:/')) ?? expect.fail()
    for (const broken of [new DOMException('locked', 'NoModificationAllowedError'), new Error('lost')]) {
      files.broken = broken
      await expect(shelf.read('a')).rejects.toBe(broken)
      await expect(shelf.remove('a')).rejects.toBe(broken)
      await expect(shelf.write('a', new Blob())).rejects.toBe(broken)
    }
  })
})
