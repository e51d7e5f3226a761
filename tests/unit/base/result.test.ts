import { describe, expect, it } from 'vitest'
import { err, ok } from '../../../src/base/result.ts'

describe('a Result', () => {
  it('is a success with its value', () => {
    expect(ok(1)).toEqual({ ok: true, value: 1 })
  })
  it('is an expected failure with its error', () => {
    expect(err('gone')).toEqual({ ok: false, error: 'gone' })
  })
})
