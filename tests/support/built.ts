/** Before browser tests: `dist/` is what the sources say. */
import { ensureBuilt } from '../../src/tools/build.mjs'

/** Called by Vitest once before the browser tests. */
export async function setup(): Promise<void> {
  if (!(await ensureBuilt())) throw new Error('The app does not build; see above.')
}
