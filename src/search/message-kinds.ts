/** Tells the messages between window and search worker from all others. */
import type { FromWorker, ToWorker } from './protocol.ts'

const TO_WORKER: readonly unknown[] = [
  'open',
  'meaning',
  'refresh',
  'reach',
  'own',
  'ask',
] satisfies readonly ToWorker['kind'][]
const FROM_WORKER: readonly unknown[] = [
  'corpus',
  'notice',
  'answer',
  'refused',
] satisfies readonly FromWorker['kind'][]

const kindOf = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'kind' in data ? data.kind : null

/** Tells our messages from a browser extension's; both ends come from one build, so the kind says the rest. */
export function isToWorker(data: unknown): data is ToWorker {
  return TO_WORKER.includes(kindOf(data))
}

/** The same for the other direction. */
export function isFromWorker(data: unknown): data is FromWorker {
  return FROM_WORKER.includes(kindOf(data))
}
