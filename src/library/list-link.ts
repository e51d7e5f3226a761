/** A list as a piece of an address: compressed, and read with limits, since anyone can make one. */
import * as v from 'valibot'
import { err, ok, type Result } from '../base/result.ts'

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

const VERSION = '1'
const MOST_CHARACTERS = 200_000
const MOST_BYTES = 2_000_000

/** The name, then id and title in turn; titles are empty in the short form. */
const Payload = v.pipe(
  v.object({
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    papers: v.pipe(
      v.array(
        v.object({
          id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][\w.-]{0,63}$/)),
          title: v.pipe(v.string(), v.maxLength(2_000)),
        }),
      ),
      v.maxLength(5_000),
    ),
  }),
)

/** The text for the address; without titles it is short enough for a QR code of about 100 papers. */
export async function encodeList(list: SharedList, titles: 'with-titles' | 'ids-only'): Promise<string> {
  const line = (text: string): string => text.replace(/[\n\t]+/g, ' ')
  const rows = list.papers.map(({ id, title }) => (titles === 'ids-only' ? id : `${id}\t${line(title)}`))
  const text = [line(list.name), ...rows].join('\n')
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return VERSION + base64url(new Uint8Array(await new Response(packed).arrayBuffer()))
}

/** The list in such a text. */
export async function decodeList(payload: string): Promise<Result<SharedList, LinkProblem>> {
  if (payload.length > MOST_CHARACTERS) return err({ kind: 'too-large' })
  if (!payload.startsWith(VERSION)) return err({ kind: /^[2-9]/.test(payload) ? 'later-version' : 'damaged' })
  const text = await inflate(payload.slice(VERSION.length))
  if (!text.ok) return text
  const [name, ...rows] = text.value.split('\n')
  const papers = rows.map((row) => {
    const [id, title = ''] = row.split('\t')
    return { id, title }
  })
  const read = v.safeParse(Payload, { name, papers })
  return read.success ? ok(read.output) : err({ kind: 'damaged' })
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
