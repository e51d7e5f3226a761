/** Installing: the browser's own question, kept until the reader asks for it. */
import { hasOwnStorage, installWay, thisBrowser, type InstallWay } from '../install-way.ts'

/** Chromium's; not in the DOM's types. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>
}

export class Install {
  #prompt = $state.raw<InstallPrompt | null>(null)
  #installed = $state(false)
  readonly way: InstallWay = $derived(this.#installed ? 'installed' : installWay(thisBrowser(this.#prompt !== null)))

  /** Installed, and apart from the browser's storage: what was saved there is not here. */
  readonly startsEmpty = hasOwnStorage(thisBrowser(false))

  /** Listens from the start: the browser offers once, soon after the page has loaded. */
  start(): void {
    addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault() // no banner of the browser's over the papers; Settings has the button
      if (isPrompt(event)) this.#prompt = event
    })
    addEventListener('appinstalled', () => (this.#installed = true))
  }

  /** Lets the browser ask; its offer is good for one time. */
  async ask(): Promise<void> {
    const prompt = this.#prompt
    this.#prompt = null
    await prompt?.prompt()
  }
}

function isPrompt(event: Event): event is InstallPrompt {
  return 'prompt' in event && typeof event.prompt === 'function'
}
