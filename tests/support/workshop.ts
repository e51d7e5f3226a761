/** A directory in which a test compiles sources of its own; emptied before each test, gone after it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { compileCorpus } from '../../src/compiler/run.ts'

export const ABSTRACT = 'We propose a way. '.repeat(20)

export interface Workshop {
  readonly home: string
  readonly out: string
  readonly source: (name: string, text: string | Uint8Array) => string
  readonly compile: (...sources: string[]) => ReturnType<typeof compileCorpus>
}

export function workshop(): Workshop {
  let home = ''
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'offprint-'))
  })
  afterEach(() => {
    rmSync(home, { recursive: true })
  })
  const out = (): string => join(home, 'corpus')
  return {
    get home() {
      return home
    },
    get out() {
      return out()
    },
    source(name, text) {
      writeFileSync(join(home, name), text)
      return join(home, name)
    },
    compile: (...sources) => compileCorpus({ root: '.', out: out(), sources }),
  }
}

/** Every file of a directory, and of those in it, by name. */
export const contents = (directory: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(directory, name)).isFile())
      .map((name) => [name, readFileSync(join(directory, name), 'utf8')]),
  )
