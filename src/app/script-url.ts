/** The one Trusted Types policy, by which scripts are named: workers of this build and nothing else. */

/** `createScriptURL` gives a TrustedScriptURL where the browser has them; it stands wherever the address may. */
interface ScriptUrls {
  createScriptURL(url: string): string
}

declare global {
  var trustedTypes: { createPolicy(name: string, rules: ScriptUrls): ScriptUrls } | undefined
}

/** The absolute address; a bug (TypeError) where it is of another origin, or no worker of ours. */
export function checkScriptUrl(url: string, base: string): string {
  const { href, protocol, host, pathname } = new URL(url, base)
  // Compared by host: the origin of a blob is that of the page which made it.
  const own = new URL(base)
  const isOurs = protocol === own.protocol && host === own.host && /\/(?:sw|[\w-]*worker[\w.-]*)\.[jt]s$/.test(pathname)
  if (!isOurs) throw new TypeError(`Not a script of this app: ${url}`)
  return href
}

const rules: ScriptUrls = { createScriptURL: (url) => checkScriptUrl(url, document.baseURI) }

/** Made once: a policy of the same name cannot be made again. */
export const scriptUrls: ScriptUrls = globalThis.trustedTypes?.createPolicy('offprint-script-url', rules) ?? rules
