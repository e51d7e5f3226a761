/** What the worker answers when it is asked whether all is well, within the time it is given. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAnswerer } from '../../../src/search/answer.ts'
import { answerCheck } from '../../../src/workers/check.ts'
import { place, World } from '../../support/corpus-world.ts'

let world: World
beforeEach(async () => {
  world = new World()
  vi.stubGlobal('navigator', {})
  vi.stubGlobal('caches', world.caches.storage())
  await world.visit()
})
afterEach(() => void vi.unstubAllGlobals())

const ask = async (subject: 'files' | 'titles', patience: number) => {
  const { papers } = await world.visit()
  return answerCheck({ kind: 'check', subject, patience }, { place, papers, answer: createAnswerer(papers, []) })
}

describe.each([
  ['files', { away: 0 }],
  ['titles', {}],
] as const)('asked about %s', (subject, more) => {
  it('it looks at all', async () => {
    expect(await ask(subject, 60_000)).toEqual({ kind: 'check', value: { checked: 3, of: 3, faults: [], ...more } })
  })
  it('it says so where there was no time', async () => {
    expect(await ask(subject, 0)).toEqual({ kind: 'check', value: { checked: 0, of: 3, faults: [], ...more } })
  })
})
