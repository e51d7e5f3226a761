/** Questions to the service worker about the files of the app. */

/** In place of an answer: the browser ended or replaced the worker meanwhile, or it is none of this app. */
export const UNANSWERED = Symbol()

/** `MISSING`: what it lacks once it has mended what it could. `CHECK`: what is not whole as it lies there. */
export function askShell(
  worker: ServiceWorker | null,
  question: 'MISSING' | 'CHECK',
  patience: number,
): Promise<unknown> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => resolve(data)
    setTimeout(() => resolve(UNANSWERED), patience)
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'redundant') resolve(UNANSWERED)
    })
    worker?.postMessage({ type: question }, [port2])
  })
}
