import { afterEach, describe, expect, it } from 'vitest'
import { Theme } from '../../src/app/state/theme.svelte.ts'

const root = document.documentElement

afterEach(() => {
  localStorage.clear()
  delete root.dataset['theme']
  document.head.replaceChildren()
})

describe('the theme', () => {
  it('follows the device until the reader chooses', () => {
    const theme = new Theme()
    theme.start()
    expect(theme.choice).toBe('device')
    expect(root.dataset['theme']).toBeUndefined()
  })
  it.each(['light', 'dark'] as const)('%s is shown at once and kept', (choice) => {
    new Theme().choose(choice)
    expect(root.dataset['theme']).toBe(choice)
    expect(localStorage.getItem('offprint:theme')).toBe(choice)
  })
  it('takes over what was set before the first paint', () => {
    root.dataset['theme'] = 'dark'
    const theme = new Theme()
    theme.start()
    expect(theme.choice).toBe('dark')
  })
  it('forgets the choice when the device is to decide again', () => {
    const theme = new Theme()
    theme.choose('dark')
    theme.choose('device')
    expect(root.dataset['theme']).toBeUndefined()
    expect(localStorage.getItem('offprint:theme')).toBeNull()
  })
  it('gives the browser’s bars the colour of the choice', () => {
    for (const scheme of ['light', 'dark']) {
      const meta = Object.assign(document.createElement('meta'), { name: 'theme-color' })
      meta.dataset['scheme'] = scheme
      document.head.append(meta)
    }
    new Theme().choose('dark')
    const media = [...document.head.querySelectorAll('meta')].map((meta) => meta.getAttribute('media'))
    expect(media).toEqual(['not all', 'all'])
  })
})
