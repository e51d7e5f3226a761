/** Reading large files leaves turns for others: a worker that says nothing for seconds is taken for one that hangs. */
import { beforeAll, expect, it } from 'vitest'
import { answerBringing } from '../../../src/workers/bring.ts'
import { BIBTEX, RIS } from '../sources/samples.ts'

async function read(count: number): Promise<string> {
  const texts = Array.from({ length: count }, (_, n) => (n % 2 === 0 ? BIBTEX : RIS))
  const files = texts.map((text) => ({ name: '', bytes: new TextEncoder().encode(text) }))
  const answer = await answerBringing({ kind: 'read', files }, { papers: [], aliases: new Map(), own: 0 })
  return answer.kind
}
// The first of each kind waits for the code of its reader.
beforeAll(() => read(2))

it.each([1, 2, 7])('as many as files: %i', async (count) => {
  let turns = 0
  const take = (): unknown => (turns++, (next = setTimeout(take)))
  let next = setTimeout(take)
  expect(await read(count)).toBe('read')
  clearTimeout(next)
  expect(turns).toBeGreaterThanOrEqual(count)
})
