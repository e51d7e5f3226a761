/** Files of the app in their cache: whole, or not, whatever befell them. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkShell, hasHeaders, wholeBytes, withHeaders, type ShellFile } from '../../../src/workers/shell-file.ts'

const HOME = 'https://reader.example/x/'
const TEXT = 'export const a = 1'
const sha384 = (text: string): string => `sha384-${createHash('sha384').update(text).digest('base64')}`
const kept = (path = 'a.js', text = TEXT): Response => withHeaders(text, path)

function unreadable(): Response {
  const body = new ReadableStream({ start: (stream) => stream.error(new Error('damaged on the disk')) })
  return withHeaders(body, 'a.js')
}
function otherwise(name: string, value: string | null): Response {
  const response = kept()
  if (value === null) response.headers.delete(name)
  else response.headers.set(name, value)
  return response
}

describe('a file', () => {
  it.each<[what: string, file: Response | undefined, whole: boolean]>([
    ['as it was kept', kept(), true],
    ['that is gone', undefined, false],
    ['that cannot be read', unreadable(), false],
    ['with another letter', kept('a.js', TEXT.replace('1', '2')), false],
    ['that is cut', kept('a.js', TEXT.slice(0, -1)), false],
    ['of another type', kept('a.css'), false],
    ['without a policy', otherwise('Content-Security-Policy', null), false],
    ['with a policy of its own', otherwise('Content-Security-Policy', 'default-src *'), false],
  ])('%s', async (_, file, whole) => {
    const bytes = await wholeBytes(file, sha384(TEXT))
    expect(file !== undefined && hasHeaders(file, '/x/a.js') && bytes !== null).toBe(whole)
  })
})

describe('the files of the app', () => {
  const files: readonly ShellFile[] = ['index.html', 'a.js', 'b.css'].map((name) => {
    return { url: HOME + name, cacheKey: `${HOME}${name}?1`, integrity: sha384(name) }
  })
  const cacheOf = (lacking: Readonly<Record<string, Response | Error | undefined>>): Pick<Cache, 'match'> => ({
    match: (request) => {
      const name = typeof request === 'string' ? request.slice(HOME.length, -2) : ''
      const answer = name in lacking ? lacking[name] : kept(name, name)
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
    },
  })
  it.each<[what: string, lacking: Readonly<Record<string, Response | Error | undefined>>, faults: readonly string[]]>([
    ['are whole', {}, []],
    ['lack one', { 'a.js': undefined }, ['a.js']],
    ['are damaged', { 'b.css': kept('b.css', 'b'), 'a.js': unreadable() }, ['a.js', 'b.css']],
    ['lie where the disk is damaged', { 'index.html': new Error('UnknownError') }, ['index.html']],
  ])('%s', async (_, lacking, faults) => {
    const found = await checkShell(cacheOf(lacking), files)
    expect(found).toEqual({ checked: 3, of: 3, faults: faults.map((name) => HOME + name) })
  })
})
