/** Steps of the build: the page states its content policy, and every file of the shell its checksum. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { InlineConfig, Plugin, ResolvedConfig } from 'vite'

const CHARSET = '<meta charset="utf-8" />'

/** Writes the policy into the built page, before all it governs; the dev server needs inline styles and goes without. */
export function contentPolicy(policy: string): Plugin {
  return {
    name: 'offprint:content-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        if (!html.includes(CHARSET)) throw new Error(`index.html: ${CHARSET} is where the content policy belongs`)
        return html.replace(
          CHARSET,
          `${CHARSET}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
        )
      },
    },
  }
}

/** Gives each entry of the precache the SHA-384 of its built file, in whatever folder the build puts it. */
export function integrity() {
  let folder = ''
  return {
    configureOptions: ({ root, build }: ResolvedConfig): void => {
      folder = resolve(root, build.outDir)
    },
    transform: async <Entry extends { readonly url: string }>(entries: readonly Entry[]) => {
      const manifest = await Promise.all(
        entries.map(async (entry) => {
          const digest = createHash('sha384').update(await readFile(resolve(folder, entry.url)))
          return { ...entry, integrity: `sha384-${digest.digest('base64')}` }
        }),
      )
      return { manifest }
    },
  }
}

/** The service worker in one file, said in the words of today's bundler; vite-plugin-pwa uses those of the last. */
export function inOneFile({ build }: InlineConfig): void {
  const given: unknown = build && Reflect.get(build, 'rollupOptions')
  if (!build || !isRecord(given) || !isRecord(given['output'])) return
  const output = { ...given['output'], codeSplitting: false }
  Reflect.deleteProperty(output, 'inlineDynamicImports')
  Reflect.deleteProperty(build, 'rollupOptions')
  build.rolldownOptions = { ...given, output }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
