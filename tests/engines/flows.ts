/** What a reader does in every engine, one flow after the other with one profile, and what must come of it. */
import assert from 'node:assert/strict'
import { laterBuild } from '../faults/builds.ts'
import { lookNow } from '../faults/versions.ts'
import { DESKTOP, PHONE } from '../support/browser.ts'
import type { EngineReader } from './reader.ts'

export interface Flow {
  readonly name: string
  /** What holds once it has passed. */
  readonly holds: string
  readonly walk: (reader: EngineReader) => Promise<void>
}

const ENTRIES = 'article h3 a'
const RESULT = '[aria-label=Results][aria-busy=false] [role=listitem]'
const SEARCH_BOX = 'input[type=search]'
const VIEWS = ['', '#/browse?q=zero+bubble', '#/saved/to-read', '#/settings', '#/draft']

export const FLOWS: readonly Flow[] = [
  {
    name: 'install',
    holds: 'the first visit shows an edition of twelve papers, and all of the app is kept by a service worker',
    walk: async (reader) => {
      await reader.visit()
      await untilTwelve(reader)
      await untilReadyOffline(reader)
      await reader.until('a service worker in control', () => navigator.serviceWorker.controller !== null)
    },
  },
  {
    name: 'digest',
    holds: 'a paper is marked done, the edition finished; after a reload it is the same edition with its mark',
    walk: async (reader) => {
      await reader.visit()
      await untilTwelve(reader)
      const papers = await reader.links(ENTRIES)
      await reader.press('article button', 'Done')
      await reader.sees('article button[aria-pressed=true]', 'Done')
      await reader.sees('footer p', '1 of 12 read, saved or put aside')
      await reader.press('footer button', 'Finish')
      await reader.sees('h1', 'That is all for today')
      await reader.visit()
      await untilTwelve(reader)
      await reader.sees('article button[aria-pressed=true]', 'Done')
      assert.deepEqual(await reader.links(ENTRIES), papers)
    },
  },
  {
    name: 'search',
    holds:
      'results follow each key, with what matched marked; a typing error is forgiven; the words are in the address',
    walk: async (reader) => {
      await reader.visit()
      await reader.press('nav a', 'Browse')
      await reader.sees('p[role=status]', '198 papers')
      await reader.type(SEARCH_BOX, 'zero bubble')
      await reader.sees(`${RESULT} h2 mark`, 'Zero')
      await reader.until('the words in the address', () => location.hash.includes('q=zero+bubble'))
      await reader.visit('#/browse')
      await reader.type(SEARCH_BOX, 'gaussain splating')
      await reader.sees(`${RESULT} h2`, 'Gaussian Splatting')
    },
  },
  {
    name: 'save',
    holds: 'a paper is saved and a note on it kept, and both are said',
    walk: async (reader) => {
      await reader.visit('#/browse?q=radar')
      await reader.press(`${RESULT} button`, 'Save')
      await reader.sees(`${RESULT} button[aria-pressed=true]`, 'Save')
      await reader.press(`${RESULT} h2 a`)
      await reader.type('textarea', 'Ask about the radar.')
      await reader.sees('[role=status]', 'Note kept')
    },
  },
  {
    name: 'restart',
    holds: 'closed and started again, the browser has the edition, the paper and the note',
    walk: async (reader) => {
      await reader.leave()
      await reader.visit('#/saved/to-read')
      await reader.sees('[role=listitem]', 'Ask about the radar.')
      await reader.press('nav a', 'Digest')
      await reader.sees('article button[aria-pressed=true]', 'Done')
    },
  },
  {
    name: 'offline start',
    holds: 'without the host and after a restart: the edition, a search, a paper with similar ones, what was saved',
    walk: async (reader) => {
      await reader.leave()
      await reader.host.stop()
      try {
        await reader.visit()
        await untilTwelve(reader)
        await reader.press('nav a', 'Browse')
        await reader.type(SEARCH_BOX, 'zero bubble')
        await reader.press(`${RESULT} h2 a`, 'Zero Bubble')
        await reader.sees('section li a', '')
        await reader.press('nav a', 'Saved')
        await reader.sees('main', '1 paper')
      } finally {
        await reader.host.start()
      }
    },
  },
  {
    name: 'second copy',
    holds: 'the database deleted, paper and note come back from their second copy, and a sentence says so',
    walk: async (reader) => {
      // A page of the same origin that is not the app, which would hold the database open.
      await reader.visit('icons/icon.svg')
      await reader.until('the database deleted', deleteDatabases)
      await reader.visit('#/saved/to-read')
      await reader.sees('[role=status], [role=alert]', 'back, from the second copy')
      await reader.sees('[role=listitem]', 'Ask about the radar.')
    },
  },
  {
    name: 'look',
    holds:
      'no view is wider than a phone or a desktop; links have a thin line below them, what cannot be read a wavy one',
    walk: async (reader) => {
      for (const size of [DESKTOP, PHONE]) {
        await reader.resize(size)
        for (const hash of VIEWS) {
          await reader.visit(hash)
          await reader.sees('main h1')
          assert.equal(await reader.ask(isTooWide), false, `${hash || '#/'} at ${size.width}`)
        }
      }
      await reader.visit('#/browse?q=kind:nothing')
      await reader.sees('main u', 'kind:nothing')
      assert.equal(await reader.ask(lineBelow, 'main u'), 'underline wavy 1px')
      await reader.visit()
      await reader.sees('main a', 'All editions')
      assert.equal(await reader.ask(lineBelow, 'main a'), 'underline solid 1px')
    },
  },
  {
    name: 'update',
    holds: 'a second build is offered, taken with one press, keeps what was saved, and starts without the host',
    walk: async (reader) => {
      await reader.visit()
      await untilTwelve(reader)
      await untilReadyOffline(reader)
      reader.host.folder = await laterBuild()
      await reader.ask(lookNow)
      await reader.sees('body', 'A new version of Offprint is here.')
      await reader.press('button', 'Reload and use it')
      await reader.until('the second build', isLater)
      await untilReadyOffline(reader)
      await reader.leave()
      await reader.host.stop()
      await reader.visit('#/saved/to-read')
      await reader.sees('[role=listitem]', 'Ask about the radar.')
      assert.equal(await reader.ask(isLater), true)
    },
  },
]

const untilTwelve = (reader: EngineReader): Promise<void> =>
  reader.until('an edition of twelve', () => document.querySelectorAll('article').length === 12)

const untilReadyOffline = (reader: EngineReader): Promise<void> => reader.sees('header p', 'Ready offline')

function isTooWide(): boolean {
  return document.documentElement.scrollWidth > innerWidth
}

function lineBelow(selector: string): string | null {
  const element = document.querySelector(selector)
  if (!element) return null
  const { textDecorationLine, textDecorationStyle, textDecorationThickness } = getComputedStyle(element)
  return `${textDecorationLine} ${textDecorationStyle} ${textDecorationThickness}`
}

function isLater(): boolean {
  return document.querySelector('meta[name=version]')?.getAttribute('content') === 'later'
}

async function deleteDatabases(): Promise<boolean> {
  const databases = await indexedDB.databases()
  await Promise.all(
    databases.map(
      ({ name = '' }) =>
        new Promise((done, fail) => {
          const deleting = indexedDB.deleteDatabase(name)
          deleting.onsuccess = done
          deleting.onerror = fail
        }),
    ),
  )
  return databases.length > 0
}
