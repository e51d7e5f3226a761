/** The list of requests in a sentence that can be held against the app. */
import { describe, expect, it } from 'vitest'
import { requestsInWords } from '../../../src/app/request-words.ts'

const row = (address: string, count: number) => ({ method: 'GET', address, count, last: 1 })
const HERE = 'https://host.example/x/a.js'

describe('requests', () => {
  it.each([
    [[], 0, 'No request is listed yet.'],
    [[row(HERE, 1)], 0, '1 request, all to host.example: no other host.'],
    [[row(HERE, 1200), row(`${HERE}on`, 4)], 0, '1,204 requests, all to host.example: no other host.'],
    [[row('https://other.example/', 1), row(HERE, 2)], 0, '3 requests: 2 to host.example, 1 to other.example.'],
    [[row('https://other.example/', 2)], 0, '2 requests: 2 to other.example.'],
    [[row('no address', 1), row(HERE, 1)], 0, '2 requests: 1 to host.example, 1 to no address.'],
    [
      [row(HERE, 2)],
      7,
      '2 requests, all to host.example: no other host. 7 requests of long ago are counted and no longer listed.',
    ],
  ])('%#', (rows, older, words) => {
    expect(requestsInWords({ since: 0, rows, older }, 'host.example')).toBe(words)
  })
})
