/** A session over a corpus of a few titles, and what the window hears of it. */
import { ok } from '../../src/base/result.ts'
import type { LoadedCorpus } from '../../src/corpus/load.ts'
import type { Problem } from '../../src/corpus/problem.ts'
import { composeEdition, composePostscript } from '../../src/digest/compose.ts'
import { NO_FILTERS } from '../../src/query/filters.ts'
import type { FromWorker, Question } from '../../src/search/protocol.ts'
import { Session } from '../../src/search/session.ts'
import type { SessionParts } from '../../src/search/session-parts.ts'
import { paper } from './papers.ts'

export const unreachable: Problem = { kind: 'unreachable', file: 'manifest.json' }
export const broken: Problem = { kind: 'not-ours', file: 'manifest.json', detail: 'HTML' }

export function corpus(
  generation: string,
  titles: readonly string[],
  from: 'cache' | 'network' = 'network',
): LoadedCorpus {
  const file = { file: 'a.json', bytes: 10, sha256: 'a'.repeat(64) }
  const papers = titles.map((title, rank) => paper({ title, rank }))
  const manifest = {
    format: 1 as const,
    generation,
    taken: '2026-11-22',
    papers: papers.length,
    state: file,
    shards: [{ ...file, papers: papers.length, first: null, last: null }],
    topics: [],
    sources: [],
  }
  return {
    papers,
    from,
    aliases: new Map(),
    movement: null,
    kept: Promise.resolve(true),
    manifest,
    whole: manifest,
    reach: null,
    wanted: papers.length,
    offers: [],
    unread: false,
  }
}

export const search = (text: string): Question => ({
  kind: 'search',
  request: { text, filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 10 },
})

/** A session, all it said so far, and a wait until it has said so many things. */
export function run(parts: Partial<Pick<SessionParts, 'open' | 'refresh' | 'adjust' | 'measure' | 'bring' | 'check'>>) {
  const said: FromWorker[] = []
  const session = new Session({
    post: (message) => said.push(message),
    open: () => Promise.resolve(ok(corpus('one', ['Alpha paper', 'Beta paper']))),
    refresh: () => Promise.resolve(ok(null)),
    adjust: () => Promise.resolve(ok(null)),
    compose: composeEdition,
    composePostscript,
    measure: () => Promise.resolve(ok(null)),
    bring: () => Promise.reject(new Error('nothing is brought here')),
    check: () => Promise.reject(new Error('nothing is checked here')),
    packs: { read: () => Promise.resolve(null), keep: () => Promise.resolve(), maker: 'tests' },
    requests: () => [],
    now: () => 0,
    ...parts,
  })
  const open = (): void => {
    session.receive({ kind: 'open', corpus: 'https://x/', cache: 'c' })
  }
  // Turns, not milliseconds: on a busy machine a fixed time may end before the index is built.
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 40; turn++) await new Promise((done) => setTimeout(done))
  }
  return { session, said, open, settled }
}

export const brief = (said: readonly FromWorker[]): readonly string[] =>
  said.map((message) => {
    if (message.kind === 'corpus')
      return 'info' in message.state && message.state.info.kept !== null ? 'kept' : message.state.kind
    if (message.kind === 'notice') return `notice ${message.problem?.kind ?? 'none'}`
    return `${message.kind} ${String(message.id)}`
  })

export const found = (said: readonly FromWorker[], id: number): readonly string[] => {
  const message = said.find((one) => one.kind === 'answer' && one.id === id)
  if (message?.kind !== 'answer' || message.answer.kind !== 'search') throw new Error(`no search answer ${String(id)}`)
  return message.answer.value.cards.map((card) => card.paper.title)
}
