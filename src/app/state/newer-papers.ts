/** Looks for newer papers when the reader comes back to a page that stayed open. */
import type { SearchClient } from '../../search/client.ts'

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
