/** Papers and links on their way in: what is read of what, and what is taken in. */
import { beforeEach, describe, expect, it } from 'vitest'
import { err, ok, type Result } from '../../src/base/result.ts'
import type { Problem } from '../../src/corpus/problem.ts'
import type { Paper } from '../../src/corpus/paper.ts'
import { Bringing } from '../../src/app/state/bringing.svelte.ts'
import { DEEDS as deeds } from '../../src/app/state/deeds.ts'
import { forgetTypedTexts } from '../../src/app/state/typed-text.ts'
import type { Change } from '../../src/library/record.ts'
import { EMPTY } from '../../src/library/snapshot.ts'
import type { BroughtFault, GivenFile, ReadAnswer } from '../../src/search/brought.ts'
import { paper } from '../support/papers.ts'

const ARXIV = 'https://arxiv.org/abs/2605.00001'
const one = paper({ id: 'one', title: 'One' })
const two = paper({ id: 'two', title: 'Two' })

class Client {
  given: readonly GivenFile[] = []
  here: Paper | null = null
  faults: readonly BroughtFault[] = []
  papers: readonly Paper[] = [one, two]
  problem: Problem | null = null
  read = (files: readonly GivenFile[]): Promise<Result<ReadAnswer, Problem>> => {
    this.given = files
    if (this.problem) return Promise.resolve(err(this.problem))
    const papers = this.papers.map((of) => ({ paper: of, file: 0, here: of === two ? 'two' : null, isMore: false }))
    return Promise.resolve(ok({ papers, faults: this.faults, unread: 0 }))
  }
  find = (links: readonly unknown[]) => Promise.resolve(ok({ papers: links.map(() => this.here) }))
}

let client: Client
let bringing: Bringing
let written: Change[]
beforeEach(() => {
  forgetTypedTexts()
  client = new Client()
  written = []
  bringing = new Bringing(client, {
    snapshot: EMPTY,
    act: (choose) => {
      written.push(choose(deeds, { snapshot: EMPTY, now: 7 }).change)
      return Promise.resolve(ok([]))
    },
  })
})

describe('a text', () => {
  it.each([
    ['a link', ARXIV, 'linked'],
    ['several links with words', `First\n- ${ARXIV} and\n- https://example.org/2`, 'linked'],
    ['references', '@misc{a, title={T}, url={https://example.org}}', 'read'],
    ['a title and an abstract that has a link', `A title\nWe ${'study '.repeat(80)} at https://example.org.`, 'read'],
    ['RIS', 'TY  - GEN\nTI  - T\nER  - ', 'read'],
  ])('of %s', async (_, text, kind) => {
    await bringing.takeText(text)
    expect(bringing.step.kind).toBe(kind)
  })
  it('with nothing in it says so', async () => {
    client.papers = []
    client.faults = [{ file: 0, line: 1, what: '"Hello" has no abstract below it' }]
    await bringing.takeText('Hello')
    expect(bringing.step.kind).toBe('nothing')
  })
  it.each([
    ['in characters', 'https://example.org/ '.repeat(1_000_000)],
    ['in bytes alone', '“'.repeat(7_000_000)],
  ])('too large %s is not looked at, and says how to go on', async (_, text) => {
    await bringing.takeText(text)
    expect(client.given).toEqual([])
    const what = 'it is larger than 20 MB; cut it up, and bring the parts'
    expect(bringing.step).toMatchObject({ kind: 'read', files: [{ name: 'The pasted text', faults: [{ what }] }] })
  })
  it('of a known form that is broken says what is wrong', async () => {
    client.papers = []
    client.faults = [{ file: 0, line: 1, what: 'it is cut off' }]
    await bringing.takeText('@misc{a, title={T')
    expect(bringing.step).toMatchObject({ kind: 'read', files: [{ faults: [{ line: 1, what: 'it is cut off' }] }] })
  })
})

describe('files', () => {
  it('are looked through: what is new is ticked, the rest is here already', async () => {
    await bringing.takeFiles([new File(['x'], 'a.bib')])
    expect([...bringing.ticked]).toEqual(['one'])
    await bringing.add()
    expect(written).toEqual([[{ kind: 'mine', id: 'one', data: { at: 7, paper: one } }]])
    expect(bringing.step.kind).toBe('asking')
  })
  it('that are too much together are read as far as there is room', async () => {
    const sized = (name: string, size: number): File =>
      Object.defineProperty(new File(['x'], name), 'size', { value: size })
    await bringing.takeFiles([sized('a.bib', 12_000_000), sized('b.bib', 12_000_000)])
    expect(client.given.map(({ name }) => name)).toEqual(['a.bib'])
    expect(bringing.step).toMatchObject({
      files: [{ name: 'a.bib' }, { faults: [{ what: expect.stringContaining('by itself') as unknown }] }],
    })
  })
  it('that are too large are not opened, and the others are read', async () => {
    const large = new File(['x'], 'large.bib')
    Object.defineProperty(large, 'size', { value: 20_000_001 })
    Object.defineProperty(large, 'arrayBuffer', { value: () => expect.fail('opened') })
    await bringing.takeFiles([large, new File(['x'], 'a.bib')])
    expect(client.given.map(({ name }) => name)).toEqual(['a.bib'])
    expect(bringing.step).toMatchObject({
      files: [
        { name: 'large.bib', papers: [], faults: [{ what: expect.stringContaining('larger than 20 MB') as unknown }] },
        { name: 'a.bib', papers: [{}, {}] },
      ],
    })
    expect(bringing.leftOut).toBe(1)
  })
  it('with a paper that cannot be kept name it', async () => {
    client.papers = [paper({ id: 'one', title: 'One', abstract: 'x'.repeat(30_000) })]
    await bringing.takeFiles([new File(['x'], 'a.bib')])
    expect(bringing.step).toMatchObject({
      files: [{ papers: [], faults: [{ what: '“One” holds what no paper has' }] }],
    })
    expect(bringing.wanted).toEqual([])
  })
  it('beyond the room there is are refused before they are written', async () => {
    client.papers = Array.from({ length: 700 }, (_, n) => paper({ id: `p${String(n)}`, abstract: 'x'.repeat(20_000) }))
    await bringing.takeFiles([new File(['x'], 'a.bib')])
    expect(bringing.fits).toBe(false)
    for (let n = 0; n < 200; n++) bringing.ticked.delete(`p${String(n)}`)
    expect(bringing.fits).toBe(true)
  })
  it('end as a problem where the papers are not here', async () => {
    client.problem = { kind: 'unreachable', file: 'manifest.json' }
    await bringing.takeFiles([new File(['x'], 'a.bib')])
    expect(bringing.step).toEqual({ kind: 'failed', problem: client.problem })
  })
  it('that were asked for last are the ones shown', async () => {
    const first = bringing.takeFiles([new File(['x'], 'a.bib')])
    const second = bringing.takeText(ARXIV)
    await Promise.all([first, second])
    expect(bringing.step.kind).toBe('linked')
  })
})

describe('while something is being written', () => {
  it.each(['add', 'keep'] as const)('by %s, what is typed into the box stays', async (way) => {
    const typed = 'The next title'
    bringing.text = ARXIV
    await bringing.takeText(way === 'keep' ? ARXIV : '@misc{a, title={T}}')
    const written = way === 'keep' ? bringing.keep([]) : bringing.add()
    bringing.text = typed
    await written
    expect(bringing.step.kind).toBe('asking')
    expect(bringing.text).toBe(typed)
  })
})

describe('a text that is typed', () => {
  const other = () => new Bringing(client, { snapshot: EMPTY, act: () => Promise.resolve(null) }).text
  it.each<[name: string, does: () => unknown, left: string]>([
    ['stays through a reload', () => (bringing.text = ARXIV), ARXIV],
    ['stays where it is read and not taken in', () => bringing.takeText(ARXIV), ARXIV],
    ['goes once it is cleared', () => bringing.clear(), ''],
    ['goes with everything', forgetTypedTexts, ''],
    ['stays in its tab alone where it is very long', () => (bringing.text = 'x'.repeat(200_001)), ''],
  ])('%s', async (_, does, left) => {
    bringing.text = ARXIV
    await Promise.resolve(does())
    expect(other()).toBe(left)
  })
})

describe('a share', () => {
  const share = (fields: object) => bringing.takeShared({ title: '', text: '', url: '', ...fields })
  it.each([
    ['in the address', { url: ARXIV, title: 'A Title' }],
    ['in the text, as Android has it', { text: ARXIV, title: 'A Title' }],
    ['in the text, after the title', { text: `A Title ${ARXIV}` }],
    ['in the title', { title: ARXIV, text: 'A Title' }],
  ])('has its link %s', async (_, fields) => {
    expect(await share(fields)).toBeNull()
    expect(bringing.step).toMatchObject({ kind: 'linked', links: [{ link: { id: 'arxiv-2605.00001', url: ARXIV } }] })
    expect(written).toEqual([])
  })
  it('of a paper that is here leads there', async () => {
    client.here = one
    expect(await share({ text: ARXIV })).toBe(one)
  })
  it('is kept for later by a tap, with its title', async () => {
    await share({ url: ARXIV, title: '[2605.00001] A Title' })
    const links = bringing.step.kind === 'linked' ? bringing.step.links.map(({ link }) => link) : []
    await bringing.keep(links)
    expect(written).toEqual([
      [{ kind: 'waiting', id: 'arxiv-2605.00001', data: { at: 7, url: ARXIV, title: 'A Title' } }],
    ])
  })
})
