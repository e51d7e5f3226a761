/** Long work of the window in slices, so that a key is answered while it goes on. */
import { pause } from '../base/pause.ts'

/** Milliseconds at a stretch; a frame is 16. */
const SLICE_MS = 10

export interface Slices {
  /** Called after each slice with the number of pieces so far. */
  readonly onprogress?: (pieces: number) => void
  readonly signal?: AbortSignal
}

/** The pieces as one text; null once the signal has been given. */
export async function joinInSlices(
  pieces: Iterable<string>,
  { onprogress, signal }: Slices = {},
): Promise<string | null> {
  const parts: string[] = []
  let started = performance.now()
  for (const piece of pieces) {
    parts.push(piece)
    if (performance.now() - started < SLICE_MS) continue
    onprogress?.(parts.length)
    await pause()
    if (signal?.aborted) return null
    started = performance.now()
  }
  return signal?.aborted ? null : parts.join('')
}
