import { describe, expect, it } from 'vitest'
import { fileName } from '../../../src/formats/file-name.ts'

describe('the name of an exported file', () => {
  it.each([
    ['To read', 'offprint-to-read-2026-11-22.bib'],
    ['Naïve Bayes & Łódź', 'offprint-naive-bayes-odz-2026-11-22.bib'],
    ['../../etc/passwd', 'offprint-etc-passwd-2026-11-22.bib'],
    ['Offprint of 22 Nov', 'offprint-of-22-nov-2026-11-22.bib'],
    ['CON', 'offprint-con-2026-11-22.bib'],
    ['読むもの', 'offprint-2026-11-22.bib'],
    ['a\r\nb\u0000c"d', 'offprint-a-b-c-d-2026-11-22.bib'],
    ['', 'offprint-2026-11-22.bib'],
    ['x'.repeat(300), `offprint-${'x'.repeat(60)}-2026-11-22.bib`],
    [`${'x'.repeat(59)} y`, `offprint-${'x'.repeat(59)}-2026-11-22.bib`],
  ])('of %j', (title, name) => {
    expect(fileName({ title, date: '2026-11-22' }, { extension: 'bib' })).toBe(name)
  })

  it('takes nothing from a day that is none', () => {
    expect(fileName({ title: 'A', date: '../22' }, { extension: 'md' })).toBe('offprint-a-22.md')
  })
})
