/** The day's papers as a release: once a day, whatever runs again. */
import { describe, expect, it } from 'vitest'
import { dailyLetter } from '../../../src/refresh/daily-letter.ts'
import { release } from '../../../src/refresh/release.ts'
import { paper } from '../../support/papers.ts'

const LETTER = { day: '2026-11-23', title: 'Daily papers of 23 Nov 2026', body: '# Papers\n\n## A first paper\n' }
const HERE = { api: 'https://api.example.org', name: 'owner/fork', token: 'secret' }

/** An API that keeps releases; `before` are those another run makes between the question and ours. */
function fakeApi(before: readonly string[] = [], status: number | null = null) {
  const tags = new Set<string>()
  const posted: { readonly tag_name: string; readonly name: string; readonly body: string }[] = []
  const heard: Headers[] = []
  const call: typeof fetch = (address, options) => {
    heard.push(new Headers(options?.headers))
    const url = address instanceof Request ? address.url : String(address)
    if (status !== null) return Promise.resolve(new Response('', { status }))
    if (options?.method !== 'POST') {
      const there = tags.has(url.replace('https://api.example.org/repos/owner/fork/releases/tags/', ''))
      for (const tag of before) tags.add(tag)
      return Promise.resolve(new Response('{}', { status: there ? 200 : 404 }))
    }
    const asked = JSON.parse(options.body as string) as (typeof posted)[number]
    if (tags.has(asked.tag_name)) return Promise.resolve(new Response('{}', { status: 422 }))
    tags.add(asked.tag_name)
    posted.push(asked)
    return Promise.resolve(new Response('{}', { status: 201 }))
  }
  return { call, posted, heard }
}

describe('a release', () => {
  it('is made once a day', async () => {
    const { call, posted, heard } = fakeApi()
    const said = []
    for (const day of ['2026-11-23', '2026-11-23', '2026-11-24'])
      said.push(await release({ ...LETTER, day }, HERE, call))
    expect(said).toEqual(['released', 'there', 'released'].map((value) => ({ ok: true, value })))
    expect(posted.map(({ tag_name }) => tag_name)).toEqual(['daily-2026-11-23', 'daily-2026-11-24'])
    expect(posted[0]).toEqual({ tag_name: 'daily-2026-11-23', name: LETTER.title, body: LETTER.body })
    expect(heard.every((headers) => headers.get('authorization') === 'Bearer secret')).toBe(true)
  })
  it('that another run makes at the same moment is not made twice', async () => {
    const { call, posted } = fakeApi(['daily-2026-11-23'])
    expect(await release(LETTER, HERE, call)).toEqual({ ok: true, value: 'there' })
    expect(posted).toEqual([])
  })
  it.each([401, 403, 500])('ends with a sentence when the host answers %i', async (status) => {
    const { call } = fakeApi([], status)
    const made = await release(LETTER, HERE, call)
    expect(made.ok ? '' : made.error).toContain(`the host answered ${String(status)}`)
  })
  it('is cut at the end of a paper when it is too long', async () => {
    const { call, posted } = fakeApi()
    const paper = `\n\n## A paper\n\n${'x'.repeat(50_000)}`
    await release({ ...LETTER, body: `# Papers${paper.repeat(4)}` }, HERE, call)
    expect(posted[0]?.body).toBe(`# Papers${paper.repeat(2)}`)
  })
})

describe('the letter of a day', () => {
  const listed = (day: string | null, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      ...paper({ id: `${day ?? 'none'}-${String(at)}`, title: `Paper ${String(at)}` }),
      ...(day !== null && { listed: day }),
    }))
  it('has the first twelve of the newest day, and says how many more there are', () => {
    const letter = dailyLetter([...listed('2026-11-23', 14), ...listed('2026-11-22', 3), ...listed(null, 5)])
    expect([letter?.day, letter?.title]).toEqual(['2026-11-23', 'Daily papers of 23 Nov 2026'])
    expect(letter?.body.match(/^## /gm)).toHaveLength(12)
    expect(letter?.body).toContain('2 more of 23 November 2026 are in the app.')
  })
  it('is none where no source states days', () => {
    expect(dailyLetter(listed(null, 5))).toBeNull()
  })
})
