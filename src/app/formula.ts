/** Sets mathematics; the typesetter is 58 kB and comes with the first formula. */
import type { render } from 'temml'

type Render = typeof render

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
  try {
    render(source.slice(1, -1), element, { trust: false, throwOnError: true, maxExpand: 100, maxSize: [10, 20] })
  } catch {
    // Not every formula of an abstract is LaTeX that can be set.
    element.textContent = source
  }
}
