import { expect, it } from 'vitest'
import { messageOf } from '../../../src/base/thrown.ts'

it.each([
  [new TypeError('no such file'), 'no such file'],
  [new DOMException('aborted', 'AbortError'), 'aborted'],
  ['a text', 'a text'],
  [undefined, 'undefined'],
])('what is thrown is told by its message, else as it is: %s', (cause, message) => {
  expect(messageOf(cause)).toBe(message)
})
