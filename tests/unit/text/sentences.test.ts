import { describe, expect, it } from 'vitest'
import { mathSpans } from '../../../src/text/mathematics.ts'
import { sentences } from '../../../src/text/sentences.ts'

const split = (text: string): string[] => sentences(text).map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  it.each([
    ['plain ones', 'One is here. Two is there!  Is three?', ['One is here.', 'Two is there!', 'Is three?']],
    ['e.g., i.e., vs., et al., Fig.', 'See e.g. The Book, i.e. A, vs. B of Smith et al. We in Fig. 3.', 1],
    ['numbers and versions', 'SD3.5 has 3.5 and GPT-4.1 Mini. InternVL 3.5 too.', 2],
    ['links', 'Code: https://github.com/a.b/c. Done.', ['Code: https://github.com/a.b/c.', 'Done.']],
    ['a link alone', 'It is open-sourced. https://github.com/a/b', 2],
    ['quotes and brackets that close', 'He said "so." (And so.) Then "Go!" Now.', 4],
    ['a name that begins small', 'We propose flows (pi-Flow). pi-Flow modifies it.', 2],
    ['initials and variables', 'J. Doe and expert i. Existing work.', ['J. Doe and expert i.', 'Existing work.']],
    ['a stop inside brackets', 'We introduce Drafting (CS. Drafting), a way.', 1],
    ['a sentence cut off', 'Large models. without the needs', 1],
    ['no full stop', 'no end at all', ['no end at all']],
    ['nothing', '  ', 0],
  ])('splits %s', (_, text, expected) => {
    if (typeof expected === 'number') expect(split(text)).toHaveLength(expected)
    else expect(split(text)).toEqual(expected)
  })
})

describe('mathematics', () => {
  it.each([
    ['Align$^2$LLaVA', ['$^2$']],
    ['$a$ and $b_1$, $x \\$ y$', ['$a$', '$b_1$', '$x \\$ y$']],
    ['an average cost of $4.30 and 89.3 steps', []],
    ['from $5 to $6', []],
    ['pay \\$5 or $ 6$', []],
  ])('is found in %s', (text, expected) => {
    expect(mathSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected)
  })
})
