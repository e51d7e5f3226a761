/** Reading large files leaves turns for others: a worker that says nothing for seconds is taken for one that hangs. */
import { expect, it } from 'vitest'
import { answerBringing } from '../../../src/workers/bring.ts'
import { BIBTEX, RIS } from '../sources/samples.ts'

it.each([1, 2, 7])('as many as files: %i', async (count) => {
  const files = Array.from({ length: count }, (_, n) => ({
    name: '',
    bytes: new TextEncoder().encode(n % 2 === 0 ? BIBTEX : RIS),
  }))
  let turns = 0
  const take = (): unknown => (turns++, (next = setTimeout(take)))
  let next = setTimeout(take)
  const answer = await answerBringing({ kind: 'read', files }, { papers: [], aliases: new Map(), own: 0 })
  clearTimeout(next)
  expect(answer.kind).toBe('read')
  expect(turns).toBeGreaterThanOrEqual(count)
})
