/** The whole library as text, in code that comes when it is asked for. */
import type { Library } from '../library/library.ts'
import { libraryFilePieces } from '../library/library-file.ts'
import { everyRecord } from '../library/take-out.ts'
import { joinInSlices } from './slices.ts'

/** The text of the library file, with what the disk refused. */
export async function writeWholeLibrary(library: Library): Promise<string> {
  return (await joinInSlices(libraryFilePieces(await everyRecord(library), library.now()))) ?? ''
}
