/** Engines that are measured with `--all`. Neither has facets: counts are taken over their results. */
import openSqlite, { type Database } from '@sqlite.org/sqlite-wasm'
import { Document } from 'flexsearch'
import type { Paper } from '../../src/corpus/paper.ts'
import { countFacets, FLEX_SEARCH, SQLITE, TEN, TOPIC, type Engine, type Held, type How } from './engine.ts'

/** The engine of that name, once its code is here; null where there is none. */
export async function openMore(name: string): Promise<Engine | null> {
  if (name === SQLITE) return sqliteEngine(await openSqlite())
  return name === FLEX_SEARCH ? flexSearchEngine : null
}

/** What is asked over rows that count from 0. */
function answer(papers: readonly Paper[], rows: readonly number[], how: How): number {
  const found = rows.flatMap((row) => papers[row] ?? [])
  const passing = how === 'filter' ? found.filter(({ topics }) => topics.includes(TOPIC)) : found
  countFacets(passing)
  return passing.slice(0, TEN).length && passing.length
}

type Sqlite = Awaited<ReturnType<typeof openSqlite>>

const SCHEMA = `CREATE VIRTUAL TABLE papers USING fts5(title, abstract, tokenize='porter unicode61', prefix='1 2 3')`
const MATCHING = 'SELECT rowid FROM papers WHERE papers MATCH ? ORDER BY bm25(papers, 3, 1)'

function sqliteEngine(sqlite: Sqlite): Engine {
  const held = (database: Database, papers: readonly Paper[]): Held => {
    const statement = database.prepare(MATCHING)
    return {
      ask: (text, how) => {
        const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
        if (words.length === 0) return 0
        const rows: number[] = []
        statement.bind([words.map((word, at) => `"${word}"${at === words.length - 1 ? '*' : ''}`).join(' ')])
        while (statement.step()) rows.push(Number(statement.get(0)) - 1)
        statement.reset()
        return answer(papers, rows, how)
      },
      store: () => [new Uint8Array(sqlite.capi.sqlite3_js_db_export(database))],
    }
  }
  return {
    build: (papers) => {
      const database = new sqlite.oo1.DB(':memory:')
      database.exec(SCHEMA)
      database.transaction(() => {
        const insert = database.prepare('INSERT INTO papers(rowid, title, abstract) VALUES(?, ?, ?)')
        papers.forEach(({ title, abstract }, row) => insert.bind([row + 1, title, abstract]).stepReset())
        insert.finalize()
      })
      return held(database, papers)
    },
    open: ([bytes], papers) => {
      if (typeof bytes !== 'object') throw new Error('SQLite stores bytes.')
      const database = new sqlite.oo1.DB(':memory:')
      const { capi, wasm } = sqlite
      const at = wasm.allocFromTypedArray(bytes)
      const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE
      capi.sqlite3_deserialize(database.pointer ?? 0, 'main', at, bytes.length, bytes.length, flags)
      return held(database, papers)
    },
  }
}

const flexSearchEngine: Engine = {
  build: (papers) => {
    const index = new Document({ document: { id: 'row', index: ['title', 'abstract'] }, tokenize: 'forward' })
    papers.forEach(({ title, abstract }, row) => index.add({ row, title, abstract }))
    return {
      ask: (text, how) => {
        const fields = index.search(text, { limit: papers.length }) as readonly { readonly result: readonly number[] }[]
        return answer(papers, [...new Set(fields.flatMap(({ result }) => result))], how)
      },
      store: () => {
        throw new Error('FlexSearch stores its index piece by piece, later.')
      },
    }
  },
  open: () => {
    throw new Error('FlexSearch stores nothing at once.')
  },
}
