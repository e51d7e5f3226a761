/** What a session is given. */
import type { Result } from '../base/result.ts'
import type { LoadedCorpus, Progress } from '../corpus/load.ts'
import type { CorpusPlace } from '../corpus/place.ts'
import type { Problem } from '../corpus/problem.ts'
import type { Reach } from '../corpus/reach.ts'
import type { Edition, Entry } from '../digest/edition.ts'
import type { EditionFacts, Page } from '../digest/facts.ts'
import type { Finds } from '../digest/sources.ts'
import type { Bring } from './bringing.ts'
import type { Check } from './checking.ts'
import type { Measure } from './open-vectors.ts'
import type { PackKeep } from './packs.ts'
import type { AskedFor, FromWorker } from './protocol.ts'

/** What the session is given, so that it runs without a worker, a network or a cache. */
export interface SessionParts {
  readonly post: (message: FromWorker) => void
  readonly open: (place: CorpusPlace, progress: Progress) => Promise<Result<LoadedCorpus, Problem>>
  /** Null where the host has the generation that is held. */
  readonly refresh: (place: CorpusPlace, held: LoadedCorpus | null) => Promise<Result<LoadedCorpus | null, Problem>>
  /** One step to what is wanted, and what the reader has just chosen of that; null where nothing is left to do. */
  readonly adjust: (
    place: CorpusPlace,
    held: LoadedCorpus,
    chosen: Reach | null,
  ) => Promise<Result<LoadedCorpus | null, Problem>>
  /** `finds`: what is known already of each saved search. */
  readonly compose: (page: Page, facts: EditionFacts, finds?: readonly Finds[]) => Edition
  readonly composePostscript: (page: Page, facts: EditionFacts, arrived: ReadonlySet<string>) => readonly Entry[]
  readonly measure: Measure
  readonly bring: Bring
  readonly check: Check
  readonly packs: PackKeep
  readonly requests: () => readonly AskedFor[]
  /** Milliseconds on any steady clock. */
  readonly now: () => number
}
