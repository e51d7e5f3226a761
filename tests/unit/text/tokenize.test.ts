/** Words of a text: folded, with compounds as parts and joined, and always with the way back to the text. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldWithOffsets } from '../../../src/text/fold.ts'
import { tokenize } from '../../../src/text/tokenize.ts'

const words = (text: string): string =>
  tokenize(text)
    .map((token) => token.text)
    .join(' ')

describe('tokenize', () => {
  it.each([
    ['MGM-Omni', 'mgm omni mgmomni'],
    ['SD3.5-Flash', 'sd3.5 sd35 flash sd35flash'],
    ['Align$^2$LLaVA', 'align 2 align2 llava align2llava'],
    ['Align²LLaVA', 'align2llava'],
    ['π-Flow', 'pi flow piflow'],
    ['pi-Flow', 'pi flow piflow'],
    ['GPT-4o', 'gpt 4o gpt4o'],
    ['text-to-speech', 'text to textto speech texttospeech'],
    ['PixelFlow', 'pixelflow'],
    ['$k$-NN', 'k nn knn'],
    ['Schrödinger ŁÓDŹ ﬁne', 'schrodinger łodz fine'],
    ['e\u0301tude and étude', 'etude and etude'],
    ['costs 3.5, not 10.', 'costs 3.5 not 10'],
    ['Σίσυφος', 'σισυφοσ'],
    ['大模型 検索', '大模型 検索'],
    ['one. Two — three: four', 'one two three four'],
    ['', ''],
    ['?!… -- $$', ''],
  ])('reads %s as %s', (text, expected) => {
    expect(words(text)).toBe(expected)
  })

  it('leaves chains of more than four parts unjoined', () => {
    expect(words('a-b-c-d-e')).toBe('a b ab c abc d abcd e')
  })

  it('finds its way back to the text, whatever the text', () => {
    const pieces = "-|.| |$^2$|²|ﬁ|é|e\u0301|İ|π|Ω|한|½|😀|SD3.5|Omni|'s".split('|')
    const piece = fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 2 }))
    const texts = fc.array(piece, { maxLength: 12 }).map((all) => all.join(''))
    const leadsBack = (text: string): boolean =>
      tokenize(text).every(({ text: word, start, end }) => {
        const within = start >= 0 && start < end && end <= text.length
        return within && tokenize(text.slice(start, end)).some((token) => token.text === word)
      })
    fc.assert(fc.property(texts, leadsBack), { numRuns: 200 })
  })

  it('folds with offsets to what it folds to without', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = foldWithOffsets(text)
        expect(folded.text).toBe(fold(text))
        expect(folded.offsets?.length ?? folded.text.length + 1).toBe(folded.text.length + 1)
      }),
    )
  })

  it('gives one word for any case and composition', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite' }), (text) => {
        expect(words(text.normalize('NFD'))).toBe(words(text.normalize('NFC')))
      }),
    )
  })
})
