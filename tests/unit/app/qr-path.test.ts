import jsQR from 'jsqr'
import { describe, expect, it } from 'vitest'
import { qrPath } from '../../../src/app/qr-path.ts'

const DOT = 3

/** The code as a picture, read by jsQR. */
function read(text: string): string | undefined {
  const { size, path } = qrPath(text)
  const side = size * DOT
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1/g)].map(([, x, y]) => `${String(x)} ${String(y)}`))
  const pixels = new Uint8ClampedArray(side * side * 4).map((_, byte) => {
    const pixel = Math.floor(byte / 4)
    const [x, y] = [Math.floor((pixel % side) / DOT), Math.floor(pixel / side / DOT)]
    return byte % 4 < 3 && dark.has(`${String(x)} ${String(y)}`) ? 0 : 255
  })
  return jsQR(pixels, side, side)?.data
}

describe('a QR code', () => {
  it.each([
    ['a short address', 'https://example.org/#/list/0abc'],
    ['900 characters', `https://example.org/#/list/0${'aZ9-_'.repeat(200)}`.slice(0, 900)],
  ])('of %s is read back', (_, text) => expect(read(text)).toBe(text))
  it('has four light dots around it', () => {
    const { size, path } = qrPath('x')
    const places = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)])
    expect([Math.min(...places), Math.max(...places)]).toEqual([4, size - 5])
  })
})
