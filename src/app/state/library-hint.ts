/** A word left behind where it can be read at once: whether there is a library, which takes longer to open. */
import { findWord, forgetWord, leaveWord } from './left-words.ts'

const NAME = 'library'

/** False for a new reader, who need not wait for a library that is not there; and where nothing can be left behind. */
export function hasLibrary(): boolean {
  return findWord(NAME) !== null
}

/** Says so for the next start, which shows papers first where nothing can be left, and the library corrects them. */
export function noteLibrary(exists: boolean): void {
  if (exists) leaveWord(NAME, 'yes')
  else forgetWord(NAME)
}
