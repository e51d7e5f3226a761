/** The one Trusted Types policy: only the app's own two worker scripts may be started. */

/** The part of Trusted Types that is used; browsers without them get the checked string. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown }
}

const SCRIPTS = /^(service-worker|assets\/[\w-]*worker[\w-]*)\.js$/

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
const policy = trustedTypes?.createPolicy('offprint-script-url', { createScriptURL: ownScript })

/** An address as Worker and register() accept it under the content policy; throws for any but the app's own. */
export function scriptUrl(url: string): string {
  // The DOM's types do not know that these take a TrustedScriptURL, too.
  return policy ? (policy.createScriptURL(url) as string) : ownScript(url)
}

function ownScript(url: string): string {
  const base = new URL('.', location.href).href
  const { href, origin } = new URL(url, base)
  const own = href.startsWith(base) && SCRIPTS.test(href.slice(base.length))
  // The dev server names scripts by their source.
  if (own || (import.meta.env.DEV && origin === location.origin)) return href
  throw new TypeError(`not a script of this app: ${href}`)
}
