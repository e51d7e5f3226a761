/** How the app is built: one `dist/` for every path of every static host. */
import { svelte } from '@sveltejs/vite-plugin-svelte'
import icons from 'unplugin-icons/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  base: './',
  plugins: [svelte(), icons({ compiler: 'svelte' })],
  worker: { format: 'es' },
  build: { target: ['chrome120', 'firefox128', 'safari17.4'] },
})
