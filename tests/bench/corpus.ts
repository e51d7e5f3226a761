/** How fast sources become a corpus, and what the papers of one more day cost a device that holds the others. */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import * as v from 'valibot'
import { DAY, writeMadeSources } from '../support/made-sources.ts'
import { Figures, twoDays, type Compiled } from './compile.ts'
import { timeDay } from './day.ts'
import { kept, type Part } from './part.ts'

const SIZES = [10_000, 100_000]
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
      const folder = writeMadeSources(papers)
      const made = compileApart(folder)
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
      const { before, after } = await twoDays(folder, DAY)
      rmSync(folder, { recursive: true })
      const { start, ms, bytes } = await timeDay(before, after)
      days.push([papers, start, bytes, DAY_BYTES, ms, DAY_MS, start / ms, kept(bytes <= DAY_BYTES && ms <= DAY_MS)])
    }
    return [
      {
        title: 'Compiling sources',
        columns: ['papers', 's', 'papers/s', 'at least', 'vectors s', 'peak MB', 'at most', 'kept'],
        rows: compiled,
        note: `made papers, ${DAY} a day in a file each; in a process of its own; vectors are made apart`,
      },
      {
        title: `A day of ${DAY} papers onto a corpus that is held`,
        columns: ['papers', 'start ms', 'bytes', 'at most', 'ms', 'at most', 'times', 'kept'],
        rows: days,
        note: 'bytes as gzip, manifest and all but vectors, of 48 bytes a paper; ms from asking for newer papers to a search that finds one; beside it the start from the device with all of them',
      },
    ]
  },
}

/** In a process of its own, whose memory is that of compiling. */
function compileApart(folder: string): Compiled {
  const script = `import { importTypeScript } from './src/tools/typescript.mjs'
    const { measureCompiling } = await importTypeScript('tests/bench/compile.ts')
    process.stdout.write(JSON.stringify(await measureCompiling(process.argv[1])))
    process.exit(0)`
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script, folder], { encoding: 'utf8' })
  return v.parse(Figures, JSON.parse(said))
}
