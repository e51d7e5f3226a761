/** The browser is asked to keep the library at the first save, and only looked at later. */
import { describe, expect, it } from 'vitest'
import { saveToList } from '../../../src/library/lists.ts'
import { writeNote } from '../../../src/library/notes.ts'
import { askAtFirstSave, persistence } from '../../../src/library/persistence.ts'
import { TO_READ } from '../../../src/library/snapshot.ts'
import { openSample, samplePaper } from '../../support/library.ts'

/** A storage manager that keeps only what it was asked to keep. */
const storage = (answers: { readonly persist?: unknown; readonly persisted?: unknown }): StorageManager => {
  const method = (answer: unknown) =>
    answer === undefined
      ? undefined
      : () => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer))
  return { persist: method(answers.persist), persisted: method(answers.persisted) } as unknown as StorageManager
}

describe('what is kept', () => {
  it.each([
    ['is not known without a storage manager', undefined, 'unknown', 'unknown'],
    ['is not known to an old one', storage({}), 'unknown', 'unknown'],
    ['is kept where the browser says so', storage({ persist: true, persisted: true }), 'kept', 'kept'],
    ['may be cleared where it says no', storage({ persist: false, persisted: false }), 'may-be-cleared', 'may-be-cleared'],
    ['may be cleared where it fails', storage({ persist: new Error(), persisted: new Error() }), 'may-be-cleared', 'may-be-cleared'],
    ['is asked for at the first save, later only looked at', storage({ persist: true, persisted: false }), 'kept', 'may-be-cleared'],
  ])('%s', async (_, manager, first, later) => {
    const library = await openSample()
    await library.write(writeNote(samplePaper(2), 'a note is no save'))
    expect(await askAtFirstSave(manager, library.snapshot)).toBe(first)
    await library.write(saveToList(library.snapshot, [samplePaper(1)], TO_READ, 1))
    expect(await askAtFirstSave(manager, library.snapshot)).toBe(later)
    expect(await persistence(manager)).toBe(later)
    library.close()
  }) // prettier-ignore
})
