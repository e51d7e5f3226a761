/** A list as an address of this app: with titles for a link, with ids alone for a QR code. */
import { encodeList, type SharedList } from '../library/list-link.ts'
import { formatRoute } from './routes.ts'

/** Characters that a phone still reads off a screen: a code of 105 by 105 dots. */
export const MOST_IN_CODE = 900
/** The reader of links takes no more. */
export const MOST_PAPERS = 5_000

/** The link to pass on; of use also on a device that lacks the papers. */
export async function linkOf(list: SharedList): Promise<string> {
  return address(await encodeList(list, 'with-titles'))
}

/** The shortest link, for a code. */
export async function codeOf(list: SharedList): Promise<string> {
  return address(await encodeList(list, 'ids-only'))
}

function address(payload: string): string {
  return new URL(formatRoute({ kind: 'list', payload }), document.baseURI).href
}
