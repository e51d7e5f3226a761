/** `npm start`: the built app at the address it prints, until Ctrl-C. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../support/free-port.ts'

function start(port: number | string): ChildProcess & { readonly said: () => string } {
  const child = spawn(process.execPath, ['src/tools/start.mjs'], { env: { ...process.env, PORT: String(port) } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += String(part)))
  return Object.assign(child, { said: () => said })
}

describe('npm start', () => {
  let port = 0
  let app: ReturnType<typeof start>

  beforeAll(async () => {
    port = await freePort()
    app = start(port)
    while (!app.said().includes('Offprint is at')) await once(app.stdout ?? app, 'data')
  })
  afterAll(() => app.kill('SIGKILL'))

  it('prints the address', () => {
    expect(app.said()).toContain(`http://localhost:${port}/`)
  })
  it.each(['localhost', '127.0.0.1'])('serves the app and its corpus on %s', async (host) => {
    const page = await fetch(`http://${host}:${port}/`)
    expect(await page.text()).toContain('<title>Offprint')
    const manifest = await fetch(`http://${host}:${port}/corpus/manifest.json`)
    expect(await manifest.json()).toMatchObject({ papers: 198 })
  })
  it.each(['missing.html', 'assets/missing.js', 'corpus/missing.json', 'a/b/'])('answers 404 for %s', async (path) => {
    const answer = await fetch(`http://localhost:${port}/${path}`)
    expect(answer.status).toBe(404)
  })
  it('says in a sentence that the port is taken', async () => {
    const second = start(port)
    const [code] = (await once(second, 'close')) as [number]
    expect(code).toBe(1)
    expect(second.said()).toContain(`Port ${port} is taken`)
  })
  it('says in a sentence that a port is no port', async () => {
    const second = start('eighty')
    const [code] = (await once(second, 'close')) as [number]
    expect(code).toBe(1)
    expect(second.said()).toContain('PORT must be a number')
  })
  it('ends clean on Ctrl-C', async () => {
    const closed = once(app, 'close')
    app.kill('SIGINT')
    expect(await closed).toEqual([0, null])
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
  })
})
