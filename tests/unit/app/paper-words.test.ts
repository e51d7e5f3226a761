import { describe, expect, it } from 'vitest'
import { hostOf, numberWord, statedWords } from '../../../src/app/paper-words.ts'
import type { Stated } from '../../../src/corpus/paper.ts'

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

describe('what a card says of authors, day and votes', () => {
  it.each<[stated: Stated, words: readonly string[]]>([
    [{}, []],
    [{ authors: ['Ann Author', 'Ben'] }, ['Ann Author, Ben']],
    [{ authors: ['Ann', 'Ben', 'Cid', 'Dan'] }, ['Ann, Ben and 2 more']],
    [{ listed: '2026-11-22', votes: 1 }, ['22 November 2026', '1 vote']],
    [{ published: '2026-11-20', votes: 1200 }, ['20 November 2026', '1,200 votes']],
    [{ published: '2026' }, []],
  ])('%j', (stated, words) => expect(statedWords(stated)).toEqual(words))
})
