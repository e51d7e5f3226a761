/** When a library has been read, which may take more than one try. */
import { describe, expect, it } from 'vitest'
import { within } from '../../../src/base/pause.ts'
import { whenRead } from '../../../src/library/when-read.ts'
import { writeNote } from '../../../src/library/notes.ts'
import { failFrom, openSample, samplePaper, startSample } from '../../support/library.ts'

const settled = async (reading: Promise<void>): Promise<boolean> =>
  (await within(
    reading.then(() => true),
    100,
  )) ?? false

describe('a library', () => {
  it('that could not be read is waited for until it is, however often it has other news', async () => {
    const fault = failFrom(1, Infinity, 'throws')
    const library = startSample()
    await library.opened
    const reading = whenRead(library)
    await library.write(writeNote(samplePaper(1), 'refused'))
    expect(await settled(reading)).toBe(false)
    fault.undo()
    await library.retry()
    expect(await settled(reading)).toBe(true)
    library.close()
  })

  it('is not listened to any longer once it has been read', async () => {
    const library = await openSample()
    let heard = 0
    const reading = whenRead({
      get loaded() {
        heard++
        return true
      },
      subscribe: (listener) => library.subscribe(listener),
    })
    await library.write(writeNote(samplePaper(1), 'a'))
    await reading
    const before = heard
    await library.write(writeNote(samplePaper(1), 'b'))
    expect(heard).toBe(before)
    library.close()
  })
})
