/** Light, dark, or as the device has it: the reader's choice, kept on this device. */

export const THEMES = ['device', 'light', 'dark'] as const
export type ThemeChoice = (typeof THEMES)[number]

/** public/theme.js reads it before the first paint. */
const KEY = 'offprint:theme'

export class Theme {
  choice: ThemeChoice = $state('device')

  /** Takes over what was chosen before. */
  start(): void {
    const set = document.documentElement.dataset['theme']
    this.#show(THEMES.find((theme) => theme === set) ?? 'device')
  }

  choose(choice: ThemeChoice): void {
    this.#show(choice)
    try {
      if (choice === 'device') localStorage.removeItem(KEY)
      else localStorage.setItem(KEY, choice)
    } catch {
      // Storage is refused where cookies are blocked: the choice then lasts as long as the page.
    }
  }

  #show(choice: ThemeChoice): void {
    this.choice = choice
    const root = document.documentElement
    if (choice === 'device') delete root.dataset['theme']
    else root.dataset['theme'] = choice
    // The browser's own bars: each colour belongs to a scheme, and the choice decides which of them holds.
    for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"][data-scheme]')) {
      const scheme = meta.dataset['scheme'] ?? ''
      const media = choice === 'device' ? `(prefers-color-scheme: ${scheme})` : choice === scheme ? 'all' : 'not all'
      meta.setAttribute('media', media)
    }
  }
}
