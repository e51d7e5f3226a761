/** Sets mathematics; the typesetter is 58 kB and comes with the first formula. */
import type { Options, render } from 'temml'

type Render = typeof render

/** Nothing in a formula leads anywhere, and none grows without end; one that would throws. */
const HOW_SET: Options = { trust: false, throwOnError: true, maxExpand: 100, maxSize: [10, 20] }

/** Trusted or not, it becomes a link to a place in the page, which is an address of the app. */
const REFERENCE = /\\(?:eq)?ref(?![A-Za-z])/

let typesetter: Render | null = null
let coming: Promise<void> | null = null

/** Puts a formula (`$x^2$`) into an element: its source at once, the set form when it can be had. */
export function setFormula(element: HTMLElement, source: string): void {
  element.textContent = source
  if (typesetter) {
    put(typesetter, element, source)
    return
  }
  coming ??= import('temml').then(({ default: temml }) => {
    typesetter = temml.render
  })
  coming
    .then(() => {
      if (typesetter && element.textContent === source) put(typesetter, element, source)
    })
    // The source stays in view; the next formula asks again.
    .catch(() => (coming = null))
}

function put(render: Render, element: HTMLElement, source: string): void {
  const set = setBy((tex, options) => (render(tex, element, options), true), source)
  if (set === null) element.textContent = source
}

/** What `set` makes of a formula; null where it stays as it is written, as not all of an abstract is LaTeX that can be set. */
export function setBy<Form>(set: (tex: string, options: Options) => Form, source: string): Form | null {
  if (REFERENCE.test(source)) return null
  try {
    return set(source.slice(1, -1), HOW_SET)
  } catch {
    return null
  }
}
