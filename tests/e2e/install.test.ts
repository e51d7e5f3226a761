/** Offprint can be installed, from any path, and what it keeps of itself is checked and holds no papers. */
import { readdir, readFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Host } from '../support/host.ts'
import { Reader, untilReadyOffline } from '../support/reader.ts'

describe.each(['/', '/x/y/'])('a copy at %s', (mount) => {
  it('is installable without a complaint of the browser', async () => {
    await using host = await new Host('dist', { mount }).start()
    await using reader = await Reader.arrive()
    const page = await reader.open(host.url)
    await untilReadyOffline(page)
    const session = await page.context().newCDPSession(page)
    expect(await session.send('Page.getInstallabilityErrors')).toEqual({ installabilityErrors: [] })
    const { errors, url } = await session.send('Page.getAppManifest')
    expect({ errors, url }).toEqual({ errors: [], url: `${host.url}manifest.webmanifest` })
    // Without an id of its own, copies on one origin are apps of their own.
    expect(await session.send('Page.getAppId')).toMatchObject({ appId: host.url })
  })
})

describe('the web app manifest', () => {
  it('names only icons and screenshots that are there', async () => {
    const manifest = JSON.parse(await readFile('dist/manifest.webmanifest', 'utf8')) as {
      icons: { src: string; purpose?: string }[]
      screenshots?: { src: string }[]
    }
    const named = [...manifest.icons, ...(manifest.screenshots ?? [])].map(({ src }) => src)
    for (const src of named) expect((await readFile(`dist/${src}`)).length).toBeGreaterThan(100)
    expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true)
    expect(manifest).not.toHaveProperty('id')
  })
})

describe('the built service worker', () => {
  it('holds every file of the shell by its checksum, and no paper', async () => {
    const script = await readFile('dist/service-worker.js', 'utf8')
    const entries = [...script.matchAll(/\{[^{}]*"url":"([^"]+)"[^{}]*\}/g)].map(([entry, url]) => ({
      url: url ?? '',
      integrity: /"integrity":"([^"]+)"/.exec(entry)?.[1],
    }))
    const assets = (await readdir('dist/assets')).filter((name) => !name.startsWith('sha2-'))
    expect(entries.map(({ url }) => url).sort()).toEqual(
      ['index.html', 'theme.js', 'icons/icon.svg', ...assets.map((name) => `assets/${name}`)].sort(),
    )
    for (const { url, integrity } of entries) {
      const digest = createHash('sha384')
        .update(await readFile(`dist/${url}`))
        .digest('base64')
      expect([url, integrity]).toEqual([url, `sha384-${digest}`])
    }
  })
})
