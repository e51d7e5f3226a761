/** The content policy lets the whole app run, and nothing else: no script that is not ours, no other host. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CONTENT_POLICY } from '../../src/base/security-headers.ts'
import { launchBrowser } from '../support/browser.ts'
import { Host } from '../support/host.ts'
import { Reader, untilReadyOffline } from '../support/reader.ts'

let browser: Browser
beforeAll(async () => void (browser = await launchBrowser()))
afterAll(() => browser.close())

describe('the content policy', () => {
  it('is the first thing the page says after its charset', async () => {
    const html = await readFile('dist/index.html', 'utf8')
    const [, first] = html.split('<meta charset="utf-8" />')
    expect(first?.trim().startsWith(`<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}"`)).toBe(
      true,
    )
  })

  it('is broken by no view of the app, and no other host is asked', async () => {
    await using host = await new Host('dist').start()
    const page = await browser.newPage()
    const broken: string[] = []
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        // eslint-disable-next-line no-console -- heard by the listener below
        console.error(`refused: ${violatedDirective} ${blockedURI}`)
      })
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(host.url)) broken.push(`asked ${request.url()}`)
    })
    page.on('console', (message) => {
      if (message.type() === 'error') broken.push(message.text())
    })
    page.on('pageerror', ({ message }) => void broken.push(message))
    for (const view of ['', 'digest', 'browse?q=3d', 'saved', 'settings', 'nowhere', 'paper/no-such-paper']) {
      await page.goto(`${host.url}#/${view}`)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
    }
    await page.goto(`${host.url}#/`)
    await page.getByRole('article').first().getByRole('heading').getByRole('link').click()
    await page.waitForFunction(() => location.hash.startsWith('#/paper/'))
    await untilReadyOffline(page)
    expect(broken).toEqual([])
  })

  it('refuses what a slip of ours, or a hostile paper, could start', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'offprint-probe-'))
    await cp('dist', folder, { recursive: true })
    // The probe runs as a script of the page: the tools that drive the browser are above its policy.
    const html = await readFile('dist/index.html', 'utf8')
    await writeFile(
      join(folder, 'index.html'),
      html.replace('</body>', '<script>document.title="inline"</script><script src="probe.js"></script></body>'),
    )
    await writeFile(join(folder, 'probe.js'), PROBE)
    await using host = await new Host(folder).start()
    const page = await browser.newPage()
    await page.goto(host.url)
    await page.waitForFunction(() => 'outcome' in globalThis)
    expect(await page.evaluate((): unknown => Reflect.get(globalThis, 'outcome'))).toEqual({
      'inline script': 'refused',
      eval: 'refused',
      'innerHTML from a string': 'refused',
      'another host': 'refused',
      'a worker of another path': 'refused',
      'a policy of another name': 'refused',
    })
    await rm(folder, { recursive: true })
  })

  it('reaches the search worker and framing, by the headers the service worker adds', async () => {
    await using host = await new Host('dist').start()
    await using reader = await Reader.arrive()
    await untilReadyOffline(await reader.open(host.url))
    const page = await reader.open(host.url)
    const script = (await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))).find(
      (name) => name.includes('search-worker'),
    )
    const headers = await page.evaluate(
      async (addresses) =>
        Promise.all(addresses.map(async (address) => Object.fromEntries((await fetch(address)).headers))),
      [script ?? '', host.url],
    )
    for (const answer of headers)
      expect(answer).toMatchObject({
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'") as string,
        'cross-origin-opener-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      })
  })

  it('is obeyed by the search worker itself', async () => {
    await using host = await new Host('dist').start()
    await using other = await new Host('dist').start()
    await using reader = await Reader.arrive()
    await untilReadyOffline(await reader.open(host.url))
    const page = await reader.open(host.url)
    await page.getByRole('article').first().waitFor()
    const worker = page.workers().find((one) => one.url().includes('search-worker'))
    expect(await worker?.evaluate(`${IN_WORKER}('${other.url}')`)).toEqual({
      'another host': 'TypeError, by connect-src',
      eval: 'EvalError, by require-trusted-types-for',
      'code from a string': 'EvalError, by require-trusted-types-for',
    })
    expect(other.requests).toEqual([])
  })
})

/** Tells how each attempt ended, and which directive it broke; in tasks of their own, as what the tools evaluate may itself evaluate. */
const IN_WORKER = `
(async (other) => {
  const broken = []
  addEventListener('securitypolicyviolation', ({ effectiveDirective }) => broken.push(effectiveDirective))
  const task = () => new Promise((done) => setTimeout(done, 100))
  const attempt = async (work) => {
    await task()
    const ended = await (async () => work())().then(() => 'done', ({ name }) => name)
    await task()
    return ended + ', by ' + broken.splice(0).join(' and ')
  }
  return {
    'another host': await attempt(() => fetch(other, { mode: 'no-cors' })),
    eval: await attempt(() => (0, eval)('1')),
    'code from a string': await attempt(() => new Function('return 1')()),
  }
})`

const PROBE = `
const attempt = async (name, work) => {
  try { return [name, (await work()) ?? 'done'] } catch { return [name, 'refused'] }
}
Promise.all([
  attempt('inline script', () => { if (document.title !== 'inline') throw new Error() }),
  attempt('eval', () => { (0, eval)('1') }),
  attempt('innerHTML from a string', () => { document.createElement('p').innerHTML = '<b>x</b>' }),
  attempt('another host', () => fetch('http://127.0.0.1:9/')),
  attempt('a worker of another path', () => { new Worker('data:text/javascript,1') }),
  attempt('a policy of another name', () => { trustedTypes.createPolicy('other', {}) }),
]).then((outcome) => { globalThis.outcome = Object.fromEntries(outcome) })
`
