/** Runs the parts of the bench one after another, prints their tables, and keeps them as JSON where asked. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from '../../src/tools/browser.mjs'
import type { Options, Part, Table } from './part.ts'
import { boot } from './boot.ts'
import { compose } from './compose.ts'
import { corpus } from './corpus.ts'
import { engines } from './engines.ts'
import { keystroke } from './keystroke.ts'
import { large } from './large.ts'
import { library } from './library.ts'
import { lighthouse } from './lighthouse.ts'
import { ready } from './ready.ts'
import { readmeOf, show } from './readme.ts'
import { relevance } from './relevance.ts'
import { relevancePage } from './relevance-page.ts'
import { restart } from './restart.ts'
import { size } from './size.ts'

const PARTS: readonly Part[] = [
  size,
  relevance,
  relevancePage,
  engines,
  compose,
  corpus,
  ready,
  boot,
  keystroke,
  large,
  library,
  restart,
  lighthouse,
]

const README = join(import.meta.dirname, 'README.md')

interface Wanted extends Options {
  readonly names: readonly string[]
  /** The file to keep the tables in as JSON. */
  readonly json: string | null
  /** Whether to write them into the README beside this file. */
  readonly write: boolean
}

/** Runs the named parts, all where none is named. */
export async function runBench({ names, json, write, ...options }: Wanted): Promise<void> {
  const unknown = names.filter((name) => !PARTS.some((part) => part.name === name))
  if (unknown.length > 0)
    throw new Error(`There is no part ${unknown.join(', ')}; there are ${PARTS.map((part) => part.name).join(', ')}.`)
  const about = { date: new Date().toISOString().slice(0, 10), machine: await describeMachine() }
  console.log(`${about.date} · ${about.machine}`)
  const tables: Table[] = []
  for (const part of PARTS)
    if (names.length === 0 || names.includes(part.name))
      for (const table of await part.run(options)) {
        console.log(`\n${print(table)}`)
        tables.push(table)
      }
  if (write) writeFileSync(README, readmeOf(readFileSync(README, 'utf8'), about, tables))
  if (json !== null) writeFileSync(json, `${JSON.stringify({ ...about, tables }, null, 2)}\n`)
}

async function describeMachine(): Promise<string> {
  const browser = await findBrowser()
  const version =
    browser === null ? 'no browser' : execFileSync(browser, ['--version'], { encoding: 'utf8', stdio: 'pipe' }).trim()
  const cores = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return [
    `${cores.length} cores (${cores[0]?.model ?? 'unknown'})`,
    `${memory} GB`,
    `Node ${process.version}`,
    version,
  ].join(', ')
}

/** A table as aligned text, with its note below. */
function print({ title, columns, rows, note }: Table): string {
  const texts = [columns, ...rows.map((row) => row.map(show))]
  const widths = columns.map((_, column) => Math.max(...texts.map((row) => (row[column] ?? '').length)))
  const lines = texts.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return [`## ${title}`, ...lines, `(${note})`].join('\n')
}
