/** `npm run engines`: each flow in each engine, what is said meanwhile, and the table. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { messageOf } from '../../src/base/thrown.ts'
import { laterBuild } from '../faults/builds.ts'
import { endShared } from '../faults/shared.ts'
import { Host } from '../support/host.ts'
import { limited } from '../support/limited.ts'
import { chromium } from './chromium.ts'
import type { Engine } from './engine.ts'
import { firefox } from './firefox.ts'
import { FLOWS } from './flows.ts'
import { EngineReader } from './reader.ts'
import { writeTable, type Outcome } from './table.ts'
import { webkit } from './webkit.ts'

/** By their word for `--only`. */
const ENGINES: Readonly<Record<string, Engine>> = { chromium, firefox, webkit }

/** Milliseconds after which a flow has failed, whatever it waits for: a browser that is gone would hold up the rest. */
const FLOW_LIMIT = 120_000

export interface Wanted {
  /** The path of each engine that is wanted; null where it is absent. */
  readonly paths: Readonly<Record<string, string | null>>
  /** Whether the table of tests/engines/README.md gets the figures. */
  readonly write: boolean
}

/** Says how each flow went, and in the last line how many passed and failed; true where none failed. */
export async function runEngines({ paths, write }: Wanted): Promise<boolean> {
  const outcomes: Outcome[] = []
  try {
    // Made first, so that no flow's seconds have it in.
    await laterBuild()
    for (const [id, engine] of Object.entries(ENGINES)) {
      const path = paths[id]
      if (path === null) say(`SKIPPED: ${engine.name} is not on this machine (${engine.remedy})`)
      else if (path !== undefined) outcomes.push(await walkAll(engine, path))
    }
  } finally {
    await endShared()
  }
  if (write) await writeTable(outcomes)
  const steps = outcomes.flatMap(({ walked }) => walked)
  const failed = steps.filter(({ fault }) => fault !== null).length
  const skipped = Object.values(paths).filter((path) => path === null).length * FLOWS.length
  say(`${steps.length - failed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  return failed === 0
}

/** All flows with one new profile, in their order. */
async function walkAll(engine: Engine, path: string): Promise<Outcome> {
  const profile = await mkdtemp(join(tmpdir(), 'offprint-engine-'))
  await using host = await new Host('dist').start()
  const reader = new EngineReader(host, () => engine.start(path, profile))
  try {
    const version = `${engine.name} ${(await reader.browser()).version}`
    const walked: Outcome['walked'][number][] = []
    for (const flow of FLOWS) {
      const started = Date.now()
      const fault = await limited(flow.walk(reader), FLOW_LIMIT).then(() => null, messageOf)
      const seconds = (Date.now() - started) / 1000
      walked.push({ flow, fault, seconds })
      say(`${version} | ${flow.name} | ${fault === null ? 'passed' : `failed: ${fault}`} | ${seconds.toFixed(1)} s`)
    }
    return { version, walked }
  } finally {
    await reader.leave()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
