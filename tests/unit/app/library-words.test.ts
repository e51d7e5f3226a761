import { describe, expect, it } from 'vitest'
import { wordRestored } from '../../../src/app/library-words.ts'

describe('what came back from the second copy', () => {
  it.each([
    [1, /^One thing that you kept had been lost .* and is back, .*\. A file .*\.$/],
    [1200, /^1,200 things that you kept had been lost .* and are back, .*\. A file .*\.$/],
  ])('%i: is said, with what helps next time', (count, words) => {
    expect(wordRestored(count)).toMatch(words)
  })
})
