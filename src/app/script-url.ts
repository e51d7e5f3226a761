/** The one Trusted Types policy, by which scripts are named: workers of this build and nothing else. */

/** `createScriptURL` gives a TrustedScriptURL where the browser has them; it stands wherever the address may. */
interface ScriptUrls {
  createScriptURL(url: string): string
}

declare global {
  var trustedTypes: { createPolicy(name: string, rules: ScriptUrls): ScriptUrls } | undefined
}

/** Within the app's own folder: as built, and as the dev server names the worker's source. */
const OURS = /^(?:service-worker\.js|assets\/[\w-]*worker[\w-]*\.js|src\/workers\/[\w-]+\.ts(?:\?[\w&=-]*)?)$/

/** The absolute address; a bug (TypeError) where it lies outside of the app's folder, or is no worker of ours. */
export function checkScriptUrl(url: string, base: string): string {
  const { href } = new URL(url, base)
  const folder = new URL('.', base).href
  const isOurs = href.startsWith(folder) && OURS.test(href.slice(folder.length))
  if (!isOurs) throw new TypeError(`Not a script of this app: ${url}`)
  return href
}

const rules: ScriptUrls = { createScriptURL: (url) => checkScriptUrl(url, document.baseURI) }

/** Made once: a policy of the same name cannot be made again. */
export const scriptUrls: ScriptUrls = globalThis.trustedTypes?.createPolicy('offprint-script-url', rules) ?? rules
