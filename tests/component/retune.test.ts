/** Today's edition by other rules, where a part of the app does not come. */
import { expect, it, vi } from 'vitest'
import { createDesk } from '../../src/app/state/edition-desk.ts'
import { queryLibraryOf } from '../../src/app/state/query-library.ts'
import { retuned } from '../../src/app/state/retune.ts'
import type { AppState } from '../../src/app/state/app.ts'
import { ok } from '../../src/base/result.ts'
import { composeEdition } from '../../src/digest/compose.ts'
import { factsOfNewReader, type EditionFacts } from '../../src/digest/facts.ts'
import { DEFAULT_RULES } from '../../src/digest/rules.ts'
import { contextOf } from '../../src/query/context.ts'
import { pageOf } from '../support/digest.ts'
import { openSample, samplePaper } from '../support/library.ts'

vi.mock(import('../../src/query/context.ts'), { spy: true })

it('is made without the searches that ask the library, where the code of the language does not come', async () => {
  const page = pageOf(Array.from({ length: 40 }, (_, number) => samplePaper(number)))
  const edition = (facts: EditionFacts) => Promise.resolve(ok({ edition: composeEdition(page, facts) }))
  const before = composeEdition(page, factsOfNewReader('2026-11-22'))
  if (before.kind === 'last') throw new Error('there are papers')
  const library = await openSample()
  await library.write([{ kind: 'search', id: 's', data: { name: 'S', query: 'is:saved', order: 1 } }])
  const broken = vi.mocked(contextOf).mockImplementation(() => {
    throw new TypeError('Failed to fetch')
  })
  const parts = {
    client: { edition },
    library: {
      start: () => undefined,
      ready: Promise.resolve(),
      snapshot: library.snapshot,
      desk: createDesk(library),
      queries: queryLibraryOf(library.snapshot, () => 0),
    },
  } as unknown as Pick<AppState, 'client' | 'library'>
  expect(await retuned(parts, before, { ...DEFAULT_RULES, size: 5 })).toMatchObject({
    ok: true,
    value: { kind: 'papers' },
  })
  expect(broken).toHaveBeenCalled()
  library.close()
})
