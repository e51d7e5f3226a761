/** Firefox's own line for WebDriver's commands, which geckodriver uses too: JSON over TCP, each message behind its length. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import * as v from 'valibot'
import type { Send } from './webdriver.ts'

const Reply = v.tuple([v.literal(1), v.number(), v.unknown(), v.unknown()])
/** What has no result of its own, or one of many parts, comes without `value`. */
const Value = v.object({ value: v.unknown() })

/** A line to the Firefox that listens at a port; `quit` asks it to end as by its own menu. */
export async function openMarionette(port: number): Promise<{ readonly send: Send; readonly quit: () => void }> {
  const socket = connect(port, '127.0.0.1')
  const waiting = new Map<number, { readonly done: (value: unknown) => void; readonly fail: (why: Error) => void }>()
  await once(socket, 'connect')
  hear(socket, (message) => {
    const reply = v.safeParse(Reply, message)
    if (!reply.success) return // its greeting
    const [, id, fault, result] = reply.output
    const asked = waiting.get(id)
    waiting.delete(id)
    if (fault !== null) asked?.fail(new Error(JSON.stringify(fault)))
    else asked?.done(v.is(Value, result) ? result.value : result)
  })
  socket.on('close', () => {
    for (const { fail } of waiting.values()) fail(new Error('Firefox has gone'))
  })
  let last = 0
  const say = (command: string, given: object): number => {
    const message = Buffer.from(JSON.stringify([0, ++last, command, given]))
    socket.write(Buffer.concat([Buffer.from(`${message.length}:`), message]))
    return last
  }
  const send: Send = (command, given) =>
    new Promise((done, fail) => void waiting.set(say(`WebDriver:${command}`, given), { done, fail }))
  return { send, quit: () => void say('Marionette:Quit', { flags: ['eAttemptQuit'] }) }
}

/** Hands on each message, however the bytes come. */
function hear(socket: Socket, take: (message: unknown) => void): void {
  let bytes = Buffer.alloc(0)
  socket.on('data', (more: Buffer) => {
    bytes = Buffer.concat([bytes, more])
    for (let colon = bytes.indexOf(':'); colon > 0; colon = bytes.indexOf(':')) {
      const end = colon + 1 + Number(bytes.subarray(0, colon))
      if (bytes.length < end) return
      take(JSON.parse(String(bytes.subarray(colon + 1, end))))
      bytes = bytes.subarray(end)
    }
  })
}
