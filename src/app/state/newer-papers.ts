/** Looks for newer papers when the reader comes back to a page that stayed open, and for more when the network does. */
import type { SearchClient } from '../../search/client.ts'
import type { CorpusInfo } from '../../search/protocol.ts'

const HOUR = 3_600_000

/** At most once an hour, and without a word where the host does not answer: nobody asked. */
export function lookOnReturn(client: Pick<SearchClient, 'refresh'>, now: () => Date): void {
  let looked = now().getTime()
  document.addEventListener('visibilitychange', () => {
    const time = now().getTime()
    if (document.visibilityState !== 'visible' || Math.abs(time - looked) < HOUR) return
    looked = time
    client.refresh('unasked')
  })
}

/** Has the rest of the papers come, where the connection was lost before all of them were here. */
export function goOnOnline(
  client: Pick<SearchClient, 'refresh'>,
  corpus: { readonly info: Pick<CorpusInfo, 'extent'> | null },
): void {
  addEventListener('online', () => {
    if (corpus.info?.extent.coming?.kind === 'stopped') client.refresh('unasked')
  })
}
