/** What vite.config.ts puts in at build time. */
interface ImportMetaEnv {
  /** Of package.json. */
  readonly VERSION: string
}
