/** The list of requests in one sentence: how many, and to whom. */
import type { RequestLog } from '../base/request-log.ts'
import { thousands } from '../text/english.ts'

/** `57 requests, all to offprint.example: no other host.`; or each host with its count, `home` first. */
export function requestsInWords({ rows, older }: RequestLog, home: string): string {
  const hosts = new Map<string, number>()
  for (const { address, count } of rows) {
    const host = hostOf(address)
    hosts.set(host, (hosts.get(host) ?? 0) + count)
  }
  const all = [...hosts.values()].reduce((sum, count) => sum + count, 0)
  const gone = older === 0 ? '' : ` ${count(older)} of long ago are counted and no longer listed.`
  if (all === 0) return `No request is listed yet.${gone}`
  if (hosts.size === 1 && hosts.has(home)) return `${count(all)}, all to ${home}: no other host.${gone}`
  const named = [...hosts].sort(([a], [b]) => Number(b === home) - Number(a === home))
  return `${count(all)}: ${named.map(([host, some]) => `${thousands(some)} to ${host}`).join(', ')}.${gone}`
}

function hostOf(address: string): string {
  try {
    return new URL(address).host
  } catch {
    return address // Listed as it stands, so that nothing is passed over.
  }
}

function count(requests: number): string {
  return requests === 1 ? '1 request' : `${thousands(requests)} requests`
}
