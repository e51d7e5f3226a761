import { describe, expect, it } from 'vitest'
import { wordNotice, wordProblem } from '../../../src/app/words.ts'
import type { Problem } from '../../../src/corpus/problem.ts'

const file = 'manifest.json'
const PROBLEMS: readonly Problem[] = [
  { kind: 'unreachable', file },
  { kind: 'http-status', file, status: 404 },
  { kind: 'http-status', file, status: 503 },
  { kind: 'not-ours', file, detail: 'it is not JSON' },
  { kind: 'future-format', file, found: 9 },
  { kind: 'failed', detail: 'worker lost' },
]

describe('every problem', () => {
  it.each(PROBLEMS)('$kind: says what happened and the next step, in sentences', (problem) => {
    for (const online of [true, false]) {
      const { what, next } = wordProblem(problem, online)
      for (const sentence of [what, next]) expect(sentence).toMatch(/^[A-Z].*\.$/)
    }
  })
  it.each(PROBLEMS)('$kind: as a notice says which papers stay', (problem) => {
    expect(wordNotice(problem, '2026-11-22', true).what).toMatch(/^Your papers are from 22 Nov\. /)
  })
})

describe('the words tell apart', () => {
  it.each<[string, Problem, boolean, RegExp]>([
    ['an unplugged device from a silent host', { kind: 'unreachable', file }, false, /device is offline/],
    ['a silent host from an unplugged device', { kind: 'unreachable', file }, true, /did not answer/],
    ['a missing file', { kind: 'http-status', file, status: 404 }, true, /not where they should be/],
    ['a host in trouble', { kind: 'http-status', file, status: 503 }, true, /could not give/],
    ['a sign-in page', { kind: 'not-ours', file, detail: 'it is not JSON' }, true, /not the papers/],
    ['a later format', { kind: 'future-format', file, found: 9 }, true, /newer version/],
  ])('%s', (_, problem, online, words) => {
    expect(wordProblem(problem, online).what).toMatch(words)
  })
})
