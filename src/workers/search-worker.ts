/** The search worker's entry: joins the session to the worker's messages and to the corpus loader. */
import { adjustCorpus, openCorpus, refreshCorpus } from '../corpus/load.ts'
import { keepPackFile, readPackFile } from '../corpus/pack-files.ts'
import { composeEdition, composePostscript } from '../digest/compose.ts'
import { joinLine } from '../search/line.ts'
import { measureCorpus } from '../search/measured.ts'
import { Session } from '../search/session.ts'

const line = joinLine(self)
const session = new Session({
  post: (message) => {
    line.postMessage(message)
  },
  open: (place, progress) => openCorpus(place, progress),
  refresh: (place, held) => refreshCorpus(place, held),
  adjust: (place, held, chosen) => adjustCorpus(place, held, chosen),
  compose: composeEdition,
  composePostscript,
  measure: measureCorpus,
  check: async (question, here) => (await import('./check.ts')).answerCheck(question, here),
  bring: async (question, here) => (await import('./bring.ts')).answerBringing(question, here),
  packs: {
    read: readPackFile,
    keep: keepPackFile,
    // The name of a built file is made of its contents.
    maker: import.meta.env.DEV ? String(performance.timeOrigin) : self.location.href,
  },
  requests: () =>
    performance.getEntriesByType('resource').map(({ name, startTime }) => {
      return { address: name, at: performance.timeOrigin + startTime }
    }),
  now: () => performance.now(),
})

self.addEventListener('message', (event: MessageEvent<unknown>) => {
  session.receive(event.data)
})
self.addEventListener('unhandledrejection', (event) => {
  session.report(event.reason)
})
