/** A list as a piece of an address: compressed, and read with limits, since anyone can make one. */
import * as v from 'valibot'
import { err, ok, type Result } from '../base/result.ts'
import { PAPER_ID } from '../corpus/paper.ts'

/** Papers by id; with the title where the link is to be of use on a device that lacks the paper. */
export interface SharedList {
  readonly name: string
  readonly papers: readonly { readonly id: string; readonly title: string }[]
}

/** Why an address holds no list. */
export type LinkProblem =
  | { readonly kind: 'damaged' }
  /** Longer than any list this app makes a link of. */
  | { readonly kind: 'too-large' }
  /** Made by a later build than this one. */
  | { readonly kind: 'later-version' }

/** The first character says how the rest is read: the name and a row a paper, or ids of one length run together. */
const ROWS = '1'
const RUN = '0'
const MOST_CHARACTERS = 200_000
const MOST_BYTES = 2_000_000

/** The name, then id and title in turn; titles are empty in the short form. */
const Payload = v.pipe(
  v.object({
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    papers: v.pipe(
      v.array(
        v.object({
          id: v.pipe(v.string(), v.regex(PAPER_ID)),
          title: v.pipe(v.string(), v.maxLength(2_000)),
        }),
      ),
      v.maxLength(5_000),
    ),
  }),
)

/** The text for the address; without titles, 95 papers of a list fit a QR code of 900 characters. */
export async function encodeList(list: SharedList, titles: 'with-titles' | 'ids-only'): Promise<string> {
  const name = oneLine(list.name)
  const ids = list.papers.map(({ id }) => id)
  const length = ids[0]?.length ?? 0
  // Between ids of one length, deflate would spend 15 bits on each separator and its break.
  if (titles === 'ids-only' && ids.every((id) => id.length === length))
    return RUN + (await deflate(`${name}\n${length}\n${ids.join('')}`))
  const rows = list.papers.map(({ id, title }) => (titles === 'ids-only' ? id : `${id}\t${oneLine(title)}`))
  return ROWS + (await deflate([name, ...rows].join('\n')))
}

/** The list in such a text. */
export async function decodeList(payload: string): Promise<Result<SharedList, LinkProblem>> {
  if (payload.length > MOST_CHARACTERS) return err({ kind: 'too-large' })
  const form = payload.charAt(0)
  if (form !== ROWS && form !== RUN) return err({ kind: /[2-9]/.test(form) ? 'later-version' : 'damaged' })
  const text = await inflate(payload.slice(1))
  if (!text.ok) return text
  const [name, ...rows] = text.value.split('\n')
  const papers = (form === ROWS ? rows : splitRun(rows)).map((row) => {
    const [id, title = ''] = row.split('\t')
    return { id, title }
  })
  const read = v.safeParse(Payload, { name, papers })
  return read.success ? ok(read.output) : err({ kind: 'damaged' })
}

function splitRun([length, run = '']: readonly string[]): readonly string[] {
  const size = Number(length)
  if (!Number.isInteger(size) || size < 1) return run === '' ? [] : ['']
  return Array.from({ length: Math.ceil(run.length / size) }, (_, row) => run.slice(row * size, (row + 1) * size))
}

function oneLine(text: string): string {
  return text.replace(/[\n\t]+/g, ' ')
}

async function deflate(text: string): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return base64url(new Uint8Array(await new Response(packed).arrayBuffer()))
}

async function inflate(base64: string): Promise<Result<string, LinkProblem>> {
  try {
    const packed = Uint8Array.from(atob(base64.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
    const decoder = new TextDecoder('utf-8', { fatal: true })
    let text = ''
    for (let bytes = 0, next = await reader.read(); !next.done; next = await reader.read()) {
      bytes += next.value.length
      if (bytes > MOST_BYTES) {
        await reader.cancel()
        return err({ kind: 'too-large' })
      }
      text += decoder.decode(next.value, { stream: true })
    }
    return ok(text + decoder.decode())
  } catch {
    return err({ kind: 'damaged' })
  }
}

function base64url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
