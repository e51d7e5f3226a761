/** The latest of many requests wins: one is under way, one waits, whoever is overtaken hears so at once. */

/** A later request came before this one was answered. */
export interface Superseded {
  readonly kind: 'superseded'
}

/** Wraps `send` so that at most one request is under way; `send` must always settle, and never throw. */
export function createLatest<Request, Reply>(
  send: (request: Request) => Promise<Reply>,
): (request: Request) => Promise<Reply | Superseded> {
  let settle: ((reply: Reply | Superseded) => void) | null = null
  let next: { readonly request: Request } | null = null
  let busy = false

  const run = async (request: Request): Promise<void> => {
    busy = true
    const reply = await send(request)
    busy = false
    if (next) {
      const waiting = next.request
      next = null
      void run(waiting) // settles through `settle`
      return
    }
    settle?.(reply)
    settle = null
  }

  return (request) => {
    settle?.({ kind: 'superseded' })
    return new Promise((done) => {
      settle = done
      if (busy) next = { request }
      else void run(request) // settles through `settle`
    })
  }
}
