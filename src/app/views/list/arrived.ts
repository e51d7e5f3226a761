/** The papers of a list that came by a link, as far as this device knows them. */
import type { Paper } from '../../../corpus/paper.ts'
import type { SharedList } from '../../../library/list-link.ts'
import type { Named } from '../../../library/lists.ts'

/** A paper of this device, or its title alone. */
export interface Arrived {
  readonly named: Named
  readonly here: boolean
}

/** Each paper of the list, whole where the corpus has it. */
export function lookUp(list: SharedList, find: (id: string) => Promise<Paper | null>): Promise<readonly Arrived[]> {
  return Promise.all(
    list.papers.map(async ({ id, title }): Promise<Arrived> => {
      const paper = await find(id)
      if (paper) return { named: paper, here: true }
      // A code holds no titles: the id is all that is known then.
      return { named: { id, title: title === '' ? `Paper ${id}` : title }, here: false }
    }),
  )
}
