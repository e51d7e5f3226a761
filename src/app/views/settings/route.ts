/** Settings among the views: what is true on this device, choices, and about. */
import type { View } from '../view.ts'

export const settings: View<'settings', Record<string, never>> = {
  slug: 'settings',
  title: () => 'Settings',
  load: () => Promise.resolve(),
  component: () => import('./SettingsView.svelte'),
}
