/** Papers whose Save was pressed while the code of the library was not here: left behind as words until they are saved. */
import type { Named } from '../../library/lists.ts'
import type { Deed, Scene } from './deed.ts'
import { findWords, forgetWord, forgetWords, leaveWord } from './left-words.ts'
import type { Deeds } from './library-session.ts'

/** Whoever does what is chosen, and says whether it is on disk. */
interface Acting {
  readonly act: (choose: (deeds: Deeds, scene: Scene) => Deed) => Promise<{ readonly ok: boolean } | null>
}

const PREFIX = 'to save '

export class WantedSaves {
  /** How many wait. */
  count = $state(findWords(PREFIX).size)

  add(paper: Named): void {
    leaveWord(PREFIX + paper.id, JSON.stringify(paper))
    this.count = findWords(PREFIX).size
  }

  /** Saves them; they wait on where that is refused. */
  async save(library: Acting): Promise<void> {
    const wanted = findWords(PREFIX)
    if (wanted.size === 0) return
    const outcome = await library.act((deeds, scene) => deeds.saveWanted(scene, [...wanted.values()]))
    if (outcome?.ok) for (const name of wanted.keys()) forgetWord(name)
    this.count = findWords(PREFIX).size
  }
}

/** Forgets them, on this device. */
export function forgetWantedSaves(): void {
  forgetWords(PREFIX)
}
