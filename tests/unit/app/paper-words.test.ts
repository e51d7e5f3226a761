import { describe, expect, it } from 'vitest'
import { hostOf, numberWord } from '../../../src/app/paper-words.ts'

describe('words for papers', () => {
  it.each([
    [0, 'no'],
    [12, 'twelve'],
    [13, '13'],
  ])('%i: %s', (count, word) => {
    expect(numberWord(count)).toBe(word)
  })
})

describe('the host of a link', () => {
  it.each([
    ['https://github.com/a/b', 'github.com'],
    ['https://www.example.org/', 'example.org'],
    ['http://github.com/a/b', null],
    ['javascript:alert(1)', null],
    ['https://', null],
  ])('%s: %s', (link, host) => {
    expect(hostOf(link)).toBe(host)
  })
})
