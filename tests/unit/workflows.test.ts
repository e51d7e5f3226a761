/** The workflows: sound YAML, commands that exist, and papers kept only once they compile. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseDocument } from 'yaml'

interface Step {
  readonly name?: string
  readonly run?: string
  readonly uses?: string
  readonly if?: string
  readonly 'continue-on-error'?: boolean
}
interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>
}

const FOLDER = '.github/workflows'
const files = readdirSync(FOLDER)
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
const stepsOf = (file: string) => {
  const document = parseDocument(readFileSync(`${FOLDER}/${file}`, 'utf8'), { strict: true, uniqueKeys: true })
  expect([...document.errors, ...document.warnings]).toEqual([])
  return Object.values((document.toJS() as Workflow).jobs).flatMap(({ steps }) => steps)
}

describe.each(files)('%s', (file) => {
  it('is sound, and runs what there is', () => {
    const commands = stepsOf(file).flatMap(({ run = '' }) => [...run.matchAll(/\bnpm (?:run )?(\w+)/g)])
    expect(commands.length).toBeGreaterThan(0)
    const known = [...Object.keys(scripts), 'ci']
    expect(commands.map(([, name]) => name).filter((name) => !known.includes(name ?? ''))).toEqual([])
  })
  it('lets no package run anything when it is installed', () => {
    const installs = stepsOf(file).flatMap(({ run = '' }) => run.match(/\bnpm (?:ci|install)\b.*/g) ?? [])
    expect(installs.filter((command) => !command.includes(' --ignore-scripts'))).toEqual([])
  })
  it('names the version of each action', () => {
    const actions = stepsOf(file).flatMap(({ uses = [] }) => uses)
    expect(actions.filter((action) => !/^actions\/[a-z-]+@v\d+$/.test(action))).toEqual([])
  })
})

describe('the morning', () => {
  const steps = stepsOf('pages.yml')
  const at = (text: string) => steps.findIndex(({ run = '', uses = '' }) => `${run}${uses}`.includes(text))
  it('brings papers, compiles them, keeps them, and puts the app out', () => {
    const order = ['npm ci', 'npm run refresh', 'npm run build', 'git push', 'upload-pages-artifact'].map(at)
    expect(order.every((place) => place >= 0)).toBe(true)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })
  it('goes on with the papers there are when none can be brought', () => {
    expect(steps[at('npm run refresh')]?.['continue-on-error']).toBe(true)
  })
  it('mails only where the owner of the fork has asked for it', () => {
    expect(steps[at('npm run release')]?.if).toContain("vars.OFFPRINT_RELEASES == 'yes'")
  })
})
