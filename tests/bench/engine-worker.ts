/** The worker of the engines' bench in a browser: takes a job's address, then runs a step for each message. */
import { openEngine } from './engine-peers.ts'
import { createRun, type Job, type Step } from './engine-run.ts'

let run: ReturnType<typeof createRun> | null = null

addEventListener(
  'message',
  ({ data }: MessageEvent<{ readonly job: string; readonly engine: string } | { readonly step: Step }>) => {
    if ('step' in data) postMessage(run?.(data.step) ?? null)
    else void open(data.engine, data.job)
  },
)

async function open(engine: string, address: string): Promise<void> {
  run = createRun(await openEngine(engine), (await (await fetch(address)).json()) as Job)
  postMessage(null)
}
