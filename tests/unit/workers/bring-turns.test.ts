/** Reading a large file leaves turns for others: a worker that says nothing for seconds is taken for one that hangs. */
import { afterAll, expect, it, vi } from 'vitest'
import { answerBringing } from '../../../src/workers/bring.ts'
import { BIBTEX, RIS } from '../sources/samples.ts'

// Another file may have loaded what is watched here, and may load it after this one.
const { order } = vi.hoisted(() => {
  vi.resetModules()
  return { order: [] as string[] }
})
afterAll(() => {
  vi.resetModules()
})
vi.mock('../../../src/sources/read-source.ts', async (original) => {
  const real = await original<typeof import('../../../src/sources/read-source.ts')>()
  return {
    readSource: async (bytes: Uint8Array) => {
      const read = await real.readSource(bytes)
      order.push('read')
      setTimeout(() => order.push('turn'))
      return read
    },
  }
})
vi.mock('../../../src/enrich/same-paper.ts', async (original) => {
  const real = await original<typeof import('../../../src/enrich/same-paper.ts')>()
  const samePapers: typeof real.samePapers = (records) => {
    order.push('join')
    return real.samePapers(records)
  }
  return { ...real, samePapers }
})

it('after each file, and before papers are joined', async () => {
  const files = [BIBTEX, RIS].map((text) => ({ name: '', bytes: new TextEncoder().encode(text) }))
  await answerBringing({ kind: 'read', files }, { papers: [], aliases: new Map(), own: 0 })
  expect(order).toEqual(['read', 'turn', 'read', 'turn', 'join'])
})
