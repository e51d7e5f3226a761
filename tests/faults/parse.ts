/** Damaged and hostile input for everything that parses: read or refused as each promises, at once, and nothing else is changed by it. */
import assert from 'node:assert/strict'
import { mutate } from '../support/mutations.ts'
import { seeded } from '../support/seeded.ts'
import type { FaultClass, Tally } from './fault-class.ts'
import type { Parser, Parsers } from './parser.ts'
import { BROUGHT_PARSERS } from './parsers-brought.ts'
import { CORPUS_PARSERS } from './parsers-corpus.ts'
import { KEPT_PARSERS } from './parsers-kept.ts'
import { WINDOW_PARSERS } from './parsers-window.ts'

const PARSERS: Parsers = { ...CORPUS_PARSERS, ...BROUGHT_PARSERS, ...KEPT_PARSERS, ...WINDOW_PARSERS }
/** What comes from elsewhere: the corpus, and what is imported. */
const FOREIGN = ['corpus', 'kept corpora', 'files of a corpus', 'sources', 'links of lists', 'library files']
/** Trials of all kinds; those after them are of what comes from elsewhere. */
const OF_ALL = 300
/** Inputs of each kind in a trial. */
const EACH = 1_000
/** Milliseconds; what took longer is read again by itself, since a busy machine makes any of them slow. */
const SLOW = 200

export const parse: FaultClass = {
  name: 'parse',
  title: `${Object.keys(PARSERS).join(', ')}: damaged in ${EACH.toLocaleString('en')} ways each a trial; from the ${OF_ALL + 1}st on corpus and imports alone`,
  sees: 'what could be read, or a sentence about what could not; nothing is changed',
  quick: Array.from({ length: 20 }, (_, at) => at),
  long: 1_000,
  trial,
}

async function trial(seed: number): Promise<Tally> {
  const random = seeded(seed)
  const names = Object.getOwnPropertyNames(Object.prototype).join()
  const kinds = Object.entries(PARSERS).filter(([name]) => seed < OF_ALL || FOREIGN.includes(name))
  for (const [name, parser] of kinds)
    for (let n = 0; n < EACH; n++) {
      const sample = parser.samples[n % parser.samples.length] ?? ''
      const bytes = mutate(typeof sample === 'string' ? new TextEncoder().encode(sample) : sample, random)
      try {
        await readAtOnce(parser, bytes)
      } catch (cause) {
        const text = JSON.stringify(new TextDecoder().decode(bytes)).slice(0, 1_000)
        throw new Error(`${name}, input ${n}: ${text}`, { cause })
      }
    }
  assert.equal(Object.getOwnPropertyNames(Object.prototype).join(), names)
  return { inputs: EACH * kinds.length }
}

async function readAtOnce({ read }: Parser, bytes: Uint8Array): Promise<void> {
  const text = new TextDecoder().decode(bytes)
  const timed = async (): Promise<number> => {
    const start = performance.now()
    await read(bytes, text)
    return performance.now() - start
  }
  if ((await timed()) > SLOW) assert.ok(Math.min(await timed(), await timed(), await timed()) < SLOW, 'too slow')
}
