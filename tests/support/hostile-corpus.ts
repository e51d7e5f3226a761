/** A corpus all of whose words are hostile, written as the compiler writes one: with vectors, feeds and the page without script. */
import { cp, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readFrozenBasis } from '../../src/compiler/frozen-basis.ts'
import { corpusFiles, writeCorpus } from '../../src/compiler/write.ts'
import { KINDS, type Paper, type Topic } from '../../src/corpus/paper.ts'
import { PAYLOADS } from './hostile-texts.ts'
import { paper } from './papers.ts'

const DAY = '2026-11-22'
/** What papers are near one another by. */
const SUBJECTS = [
  'speech models',
  'image diffusion',
  'reward learning',
  'code agents',
  'video tokens',
  'sparse experts',
]

/** The nth text; they begin anew behind the last. */
export function payload(n: number): string {
  return PAYLOADS[n % PAYLOADS.length] ?? ''
}

/** Paper n is called as text n; what else is said of it are the texts that follow, in every column that takes a text. */
export function hostilePaper(n: number): Paper {
  const subject = SUBJECTS[n % SUBJECTS.length] ?? ''
  const does = `We train ${subject} with ${payload(n + 1)}.`
  const result = `It is 12 % better than $${payload(n + 2).replaceAll('$', '')}$ and ${payload(n + 3)}.`
  return paper({
    id: `h${n}`,
    title: payload(n),
    abstract: `${does} ${result} The rest of it is ${subject} and ${payload(n + 4)}.`,
    rank: n,
    topics: [`t${n}`, `t${(n + 1) % PAYLOADS.length}`],
    kind: KINDS[n % KINDS.length] ?? 'method',
    system: payload(n + 5),
    authors: [payload(n + 6), payload(n + 7)],
    does: { start: 0, end: does.length },
    result: { start: does.length + 1, end: does.length + 1 + result.length },
    votes: n,
    listed: DAY,
    ...linksOf(n),
  })
}

/** As far as the format lets links be what they should not. */
function linksOf(n: number): Partial<Paper> {
  const own = n % 2 === 0 ? { doi: `10.1/';globalThis.ran=1;//${n}` } : { page: `http://evil.invalid/page/${n}` }
  return {
    ...own,
    code: 'link',
    codeLinks: [`https://evil.invalid/'onclick='globalThis.ran=1;//${n}`, `http://evil.invalid/code/${n}`],
    projectLink: `http://evil.invalid/'onmouseover='globalThis.ran=1;//${n}`,
  }
}

/** All of them: as many as there are texts. */
export const hostilePapers: readonly Paper[] = PAYLOADS.map((_, n) => hostilePaper(n))

/** What the topics are called. */
export const hostileTopics: readonly Topic[] = PAYLOADS.map((label, n) => ({ id: `t${n}`, label }))

/** Puts the built app over such a corpus into a folder. */
export async function withHostileCorpus(folder: string): Promise<void> {
  await cp('dist', folder, { recursive: true })
  const out = resolve(join(folder, 'corpus'))
  await rm(out, { recursive: true })
  const basis = readFrozenBasis('.')
  if (!basis.ok) throw new Error(basis.error)
  const gathered = {
    papers: hostilePapers,
    days: hostilePapers.map(() => DAY),
    aliases: {},
    merged: [],
    leftOut: [],
    movement: null,
    sources: PAYLOADS.map((name) => ({ name, taken: DAY, papers: 1, dated: true, ranked: true })),
  }
  const written = writeCorpus(out, corpusFiles(gathered, hostileTopics, { ...basis.value, words: null }))
  if (!written.ok) throw new Error(written.error)
}
