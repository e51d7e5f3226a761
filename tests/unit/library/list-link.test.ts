import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeList, encodeList } from '../../../src/library/list-link.ts'

const ids = (JSON.parse(readFileSync('tests/golden/ids.json', 'utf8')) as string[]).slice(0, 100)
const papers = ids.map((id, n) => ({ id, title: `Paper ${n}: a study of “things” — Ω` }))
const pack = (text: string): string => `1${deflateRawSync(text).toString('base64url')}`

describe('a list as a link', () => {
  it('comes back whole', async () => {
    const list = { name: 'Zu lesen ✓', papers }
    expect(await decodeList(await encodeList(list, 'with-titles'))).toEqual({ ok: true, value: list })
  })

  it('comes back without titles in the short form, which for 100 papers is at most 900 characters', async () => {
    const text = await encodeList({ name: 'To read', papers }, 'ids-only')
    expect(text.length).toBeLessThanOrEqual(900)
    expect(text).toMatch(/^[\w-]+$/)
    const read = await decodeList(text)
    expect(read.ok && read.value.papers).toEqual(ids.map((id) => ({ id, title: '' })))
  })

  it('without titles takes ids of several lengths', async () => {
    const odd = { name: 'Odd', papers: ['a', 'bbb', 'cc'].map((id) => ({ id, title: '' })) }
    expect(await decodeList(await encodeList(odd, 'ids-only'))).toEqual({ ok: true, value: odd })
  })

  it('may be empty', async () => {
    const empty = { name: 'Empty', papers: [] }
    for (const form of ['with-titles', 'ids-only'] as const)
      expect(await decodeList(await encodeList(empty, form))).toEqual({ ok: true, value: empty })
  })

  it('keeps to its lines whatever a name holds', async () => {
    const odd = { name: 'a\nb\tc', papers: [{ id: 'x1', title: 'one\ttwo\nthree' }] }
    expect(await decodeList(await encodeList(odd, 'with-titles'))).toEqual({
      ok: true,
      value: { name: 'a b c', papers: [{ id: 'x1', title: 'one two three' }] },
    })
  })

  const REFUSED: readonly (readonly [string, string, string])[] = [
    ['nothing', '', 'damaged'],
    ['words', 'hello', 'damaged'],
    ['a cut text', pack('List\nabc\tA paper').slice(0, -6), 'damaged'],
    ['an id that means something', pack('List\n__proto__\tA paper'), 'damaged'],
    ['an id with a path', pack('List\n../x\tA paper'), 'damaged'],
    ['a list without a name', pack('\nabc'), 'damaged'],
    ['10,000 papers', pack(`List\n${'abc\n'.repeat(9_999)}abc`), 'damaged'],
    ['50 MB packed small', pack('List\n' + 'a'.repeat(50_000_000)), 'too-large'],
    ['a text longer than any', '1' + 'A'.repeat(300_000), 'too-large'],
    ['a run of ids of no length', '0' + pack('List\n0\nabcabc').slice(1), 'damaged'],
    ['a run that is cut', '0' + pack('List\n3\n..a').slice(1), 'damaged'],
    ['a later version', '2AAAA', 'later-version'],
  ]
  it.each(REFUSED)('refuses %s', async (_, text, reason) => {
    expect(await decodeList(text)).toEqual({ ok: false, error: { kind: reason } })
  })

  it('answers any text with a list or a reason', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('0', '1'), fc.string({ maxLength: 200 }), async (form, text) => {
        const read = await decodeList(form + text)
        if (read.ok) expect(read.value.name.length).toBeGreaterThan(0)
      }),
      { numRuns: 2_000 },
    )
  })
})
