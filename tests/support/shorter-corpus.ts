/** The app over the corpus of the day before: what a device has that newer papers come to. */
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileCorpus } from '../../src/compiler/run.ts'
import { SEED } from './seed.ts'

/** Lines of the page that are a paper. */
const LAST_PAPERS = 2 * 2

/** The folder of a copy of `dist/` whose corpus lacks the last two of the 198 papers. */
export async function shorterCorpus(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-shorter-'))
  await cp('dist', folder, { recursive: true })
  const page = join(folder, 'page.txt')
  const lines = (await readFile(SEED, 'utf8')).trimEnd().split('\n')
  await writeFile(page, lines.slice(0, -LAST_PAPERS).join('\n'))
  const compiled = await compileCorpus({ root: '.', out: join(folder, 'corpus'), sources: [page] })
  if (!compiled.ok) throw new Error(compiled.error)
  return folder
}
