/** Sources of larger corpora: made papers, day by day, as a host of daily papers gives them. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays } from '../../src/base/days.ts'
import { madePapers } from './made-papers.ts'

/** Papers of a day. */
export const DAY = 50
const LAST_DAY = '2026-11-22'

/** A folder with a list for each day, whoever calls it removes it; the newest papers are the first of `madePapers`. */
export function writeMadeSources(papers: number): string {
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
