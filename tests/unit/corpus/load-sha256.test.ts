/** The checksum, with the browser's own hashing and in script, must be the same: FIPS 180-4 examples. */
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../src/corpus/sha256.ts'

const EXAMPLES = [
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
] as const

describe('sha256', () => {
  it.each(EXAMPLES)('of %j', async (text, digest) => {
    const bytes = new TextEncoder().encode(text)
    expect(await sha256(bytes)).toBe(digest)
    expect(await sha256(bytes, null)).toBe(digest)
  })
})
