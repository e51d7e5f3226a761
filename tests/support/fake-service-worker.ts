/** Service workers, their registration and `navigator.serviceWorker`, in the hands of a test. */

type Answer = readonly string[] | null

/** A service worker in the hands of the test; without an answer it is silent, as an empty script is. */
export class FakeWorker extends EventTarget {
  state = 'installing'
  readonly heard: string[] = []
  readonly scriptURL: string
  readonly #answer: Answer
  readonly #after: number

  constructor({ answer = [] as Answer, after = 0, state = 'installing', path = '' } = {}) {
    super()
    this.scriptURL = new URL(`${path}service-worker.js`, document.baseURI).href
    this.state = state
    this.#answer = answer
    this.#after = after
  }
  become(state: string): void {
    this.state = state
    this.dispatchEvent(new Event('statechange'))
  }
  postMessage({ type }: { type: string }, [port]: readonly MessagePort[] = []): void {
    this.heard.push(type)
    if (type === 'MISSING' && this.#answer) setTimeout(() => port?.postMessage(this.#answer), this.#after)
  }
}

export class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null
  waiting: FakeWorker | null = null
  active: FakeWorker | null = null
  update = () => Promise.resolve()

  find(worker: FakeWorker): void {
    this.installing = worker
    this.dispatchEvent(new Event('updatefound'))
  }
  install(worker: FakeWorker): void {
    this.installing = null
    this.waiting = worker
    worker.become('installed')
  }
  breakOff(worker: FakeWorker): void {
    this.installing = null
    worker.become('redundant')
  }
  activate(worker: FakeWorker): void {
    this.waiting = null
    this.active = worker
    worker.become('activated')
  }
}

export class FakeContainer extends EventTarget {
  controller: FakeWorker | null = null
  readonly registration = new FakeRegistration()
  register = () => Promise.resolve(this.registration)
  get ready(): Promise<FakeRegistration> {
    const { active } = this.registration
    return active ? Promise.resolve(this.registration) : pauseUntil(() => this.registration.active !== null, this)
  }
  control(worker: FakeWorker): void {
    this.controller = worker
    this.dispatchEvent(new Event('controllerchange'))
  }
}

async function pauseUntil(isTrue: () => boolean, { registration }: FakeContainer): Promise<FakeRegistration> {
  while (!isTrue()) await new Promise((done) => setTimeout(done, 10))
  return registration
}
