/** Where papers of the newest trend stand beside the one before it, as far as a source states trends. */
import * as v from 'valibot'
import { Day } from './manifest.ts'

const Ids = v.array(v.string())

/** The form of it in the state file. */
export const MovementForm = v.object({
  /** The day of the trend that the newest one is held against. */
  since: Day,
  /** In no trend before. */
  new: Ids,
  /** At a better place than in the one before. */
  up: Ids,
  /** Not in the one before, but in an earlier one. */
  back: Ids,
})
export type Movement = Readonly<v.InferOutput<typeof MovementForm>>
