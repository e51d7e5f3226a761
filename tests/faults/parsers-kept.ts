/** Of what this browser keeps for the reader: library files and copies, the list of requests, words left behind. */
import assert from 'node:assert/strict'
import { wantsMeaning } from '../../src/app/meaning-choice.ts'
import { searchesIn, withSearch } from '../../src/app/recent-searches.ts'
import { readDraft, resume } from '../../src/app/state/drafts.ts'
import { broughtText, draftText } from '../../src/app/state/typed-text.ts'
import { asLog, asRequests, withRequests } from '../../src/base/request-log.ts'
import { sha256 } from '../../src/corpus/sha256.ts'
import { readLibraryFile, writeLibraryFile } from '../../src/library/library-file.ts'
import { isLater, readEnvelope, readRecord, type Envelope } from '../../src/library/record.ts'
import { headOf, seal, unseal } from '../../src/library/sealed.ts'
import { envelope, NOW, samplePaper } from '../support/library.ts'
import { jsonOf, type Parsers } from './parser.ts'

const RECORDS = [
  envelope('list', 'a', { name: 'Thesis', order: 1 }),
  envelope('entry', 'a:p1', { added: NOW, title: 'Paper 1' }),
  envelope('paper', 'p1', samplePaper(1)),
  envelope('note', 'p1', { text: 'see §3', title: 'Paper 1' }),
  envelope('link', 'p1', { url: 'https://arxiv.org/abs/2501.00001', title: 'Paper 1' }),
  envelope('search', 's', { name: 'Voice', query: 'tts OR asr', order: 1 }),
]
const LOG = {
  since: NOW,
  rows: [{ method: 'GET', address: 'https://example.org/corpus/manifest.json', count: 3, last: NOW }],
  older: 2,
}

function assertRecords(records: readonly Envelope[]): void {
  for (const record of records)
    assert.ok(readEnvelope(record) && (isLater(record) || readRecord(record)), JSON.stringify(record))
}

/** The copy with the checksum in its first line that its body would need: damage that no checksum tells. */
async function resealed(bytes: Uint8Array<ArrayBuffer>): Promise<Blob> {
  const end = bytes.indexOf(10)
  const body = bytes.slice(end + 1)
  const line = new TextDecoder().decode(bytes.slice(0, Math.max(end, 0)))
  return new Blob([`${line.replace(/"sha256":"[^"]*"/, `"sha256":"${await sha256(body)}"`)}\n`, body])
}

/** Reads while this browser has left the text behind under every name. */
function leftBehind(text: string, read: () => void): void {
  const browser = { localStorage: { getItem: () => text }, document: { baseURI: 'https://example.org/' } }
  const before = Object.keys(browser).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const)
  for (const [name, value] of Object.entries(browser))
    Object.defineProperty(globalThis, name, { value, configurable: true })
  try {
    read()
  } finally {
    for (const [name, own] of before)
      if (own) Object.defineProperty(globalThis, name, own)
      else Reflect.deleteProperty(globalThis, name)
  }
}

export const KEPT_PARSERS: Parsers = {
  'library files': {
    samples: [writeLibraryFile(RECORDS, NOW)],
    read: async (bytes) => {
      const file = await readLibraryFile(new Blob([bytes as Uint8Array<ArrayBuffer>]))
      if (file.ok) assertRecords(file.value.records)
    },
  },
  'second copies': {
    samples: [await (await seal(RECORDS, 7, NOW)).text()],
    read: async (damaged) => {
      const bytes = damaged as Uint8Array<ArrayBuffer>
      for (const file of [new Blob([bytes]), await resealed(bytes)]) {
        const head = await headOf(file)
        if (head) assert.ok(Number.isSafeInteger(head.sequence))
        assertRecords((await unseal(file)) ?? [])
      }
    },
  },
  'lists of requests': {
    samples: [JSON.stringify(LOG), JSON.stringify([{ method: 'GET', address: 'https://example.org/', at: NOW }])],
    read: (_, text) => {
      const value = jsonOf(text)
      const log = withRequests(asLog(value), asRequests(value))
      assert.ok(log.rows.length <= 500 && !Number.isNaN(log.since + log.older))
      for (const { method, address, count, last } of log.rows)
        assert.ok(typeof method === 'string' && typeof address === 'string' && Number.isFinite(count + last))
    },
  },
  'words left behind': {
    samples: [JSON.stringify({ text: 'see §3', over: 'see' }), 'flow matching\ntitle:agent -survey\ntts', 'off'],
    read: (_, text) => {
      leftBehind(text, () => {
        assert.equal(typeof resume(readDraft('p1'), 'a note'), 'string')
        for (const typed of [draftText, broughtText]) assert.equal(typed.read(), text)
        assert.equal(wantsMeaning(), text !== 'off')
      })
      const searches = withSearch(searchesIn(text), 'flow')
      assert.ok(searches.length <= 8 && searches.every(({ length }) => length > 0 && length <= 1_001))
      assert.deepEqual(searchesIn(searches.join('\n')), searches)
    },
  },
}
