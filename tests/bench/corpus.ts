/** How fast sources become a corpus, and what the papers of one more day cost a device that holds the others. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { addDays } from '../../src/base/days.ts'
import { corpusFiles, type CorpusFiles } from '../../src/compiler/write.ts'
import { readFrozenBasis } from '../../src/compiler/frozen-basis.ts'
import { gather, type Gathered } from '../../src/compiler/gather.ts'
import { listSources } from '../../src/compiler/source-list.ts'
import { readTopicRules, type TopicRules } from '../../src/enrich/topic-rules.ts'
import { compileTopics } from '../../src/enrich/topics.ts'
import { encodeVectors } from '../../src/meaning/vectors.ts'
import { madePapers } from '../support/made-papers.ts'
import { timeDay } from './day.ts'
import { kept, type Part } from './part.ts'

const SIZES = [10_000, 100_000]
/** Papers of a day. */
const DAY = 50
const LAST_DAY = '2026-11-22'
const PER_SECOND = 3_000
const MEGABYTES = 1_000
const DAY_BYTES = 60_000
const DAY_MS = 300

export const corpus: Part = {
  name: 'corpus',
  run: async () => {
    const compiled = []
    const days = []
    for (const papers of SIZES) {
      const made = await compile(papers)
      compiled.push([
        papers,
        made.seconds,
        papers / made.seconds,
        PER_SECOND,
        made.vectorSeconds,
        made.megabytes,
        MEGABYTES,
        kept(papers / made.seconds >= PER_SECOND && made.megabytes <= MEGABYTES),
      ])
      const { start, ms, bytes } = await timeDay(made.before.files, made.after.files)
      days.push([papers, start, bytes, DAY_BYTES, ms, DAY_MS, start / ms, kept(bytes <= DAY_BYTES && ms <= DAY_MS)])
    }
    return [
      {
        title: 'Compiling sources',
        columns: ['papers', 's', 'papers/s', 'at least', 'vectors s', 'peak MB', 'at most', 'kept'],
        rows: compiled,
        note: `made papers, ${DAY} a day in a file each; vectors are timed apart and not in the first figure`,
      },
      {
        title: `A day of ${DAY} papers onto a corpus that is held`,
        columns: ['papers', 'start ms', 'bytes', 'at most', 'ms', 'at most', 'times', 'kept'],
        rows: days,
        note: 'bytes as gzip, manifest and all; ms from asking for newer papers to a search that finds one; beside it the start from the device with all of them',
      },
    ]
  },
}

interface Compiled {
  /** Of compiling without vectors. */
  readonly seconds: number
  readonly vectorSeconds: number
  readonly megabytes: number
  readonly before: CorpusFiles
  readonly after: CorpusFiles
}

async function compile(papers: number): Promise<Compiled> {
  const rules = readRules()
  const frozen = readFrozenBasis('.')
  if (!frozen.ok) throw new Error(frozen.error)
  const folder = writeSources(papers)
  try {
    const start = performance.now()
    const gathered = await gatherAll(folder, rules)
    const after = corpusFiles(gathered, rules, frozen.value)
    const whole = performance.now() - start
    const megabytes = process.resourceUsage().maxRSS / 1_024
    const vectorStart = performance.now()
    encodeVectors(gathered.papers, frozen.value.basis)
    const vectors = performance.now() - vectorStart
    const before = corpusFiles(withoutNewestDay(gathered), rules, frozen.value)
    return { seconds: (whole - vectors) / 1_000, vectorSeconds: vectors / 1_000, megabytes, before, after }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function readRules(): TopicRules {
  const rules = readTopicRules(JSON.parse(readFileSync('data/topics.json', 'utf8')))
  if (!rules.ok) throw new Error(rules.error)
  return rules.value
}

async function gatherAll(folder: string, rules: TopicRules): Promise<Gathered> {
  const files = listSources([folder])
  const gathered = files.ok ? await gather(files.value, compileTopics(rules), false) : files
  if (!gathered.ok) throw new Error(gathered.error)
  return gathered.value
}

/** A folder with a list of papers for each day, as a host of daily papers gives them. */
function writeSources(papers: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-'))
  const made = madePapers(papers)
  const list = []
  for (let from = 0; from < papers; from += DAY) {
    const day = addDays(LAST_DAY, -from / DAY)
    const file = `daily-${day}.json`
    const records = made.slice(from, from + DAY).map(({ title, abstract }, at) => ({
      paper: {
        id: `${day.slice(2, 4)}${day.slice(5, 7)}.${10_000 + Number(day.slice(8)) * 100 + at}`,
        title,
        summary: abstract,
      },
      submittedOnDailyAt: `${day}T00:00:00.000Z`,
    }))
    writeFileSync(join(folder, file), JSON.stringify(records))
    list.push({ file, name: 'Made', what: 'papers to measure with', taken: day })
  }
  writeFileSync(join(folder, 'sources.json'), JSON.stringify(list))
  return folder
}

function withoutNewestDay(gathered: Gathered): Gathered {
  const papers = gathered.papers.slice(DAY).map((paper, rank) => ({ ...paper, rank }))
  return { ...gathered, papers, days: gathered.days.slice(DAY) }
}
