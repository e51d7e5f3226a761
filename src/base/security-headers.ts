/** What a page of the app may do: the one policy, as the page states it and as the service worker adds it to answers. */

const ORIGIN_ONLY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
]
/** The one policy lets through the two worker scripts; no markup is ever parsed from a string. */
const TRUSTED_TYPES = ["require-trusted-types-for 'script'", 'trusted-types offprint-script-url']

/** The Content-Security-Policy of the page's meta element. */
export const CONTENT_POLICY = [...ORIGIN_ONLY, ...TRUSTED_TYPES].join('; ')

/** Headers that plain static hosts do not send; a meta element cannot state `frame-ancestors`, nor reach workers. */
export const SECURITY_HEADERS: readonly (readonly [name: string, value: string])[] = [
  ['Content-Security-Policy', [...ORIGIN_ONLY, "frame-ancestors 'none'", ...TRUSTED_TYPES].join('; ')],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Referrer-Policy', 'no-referrer'],
  ['X-Content-Type-Options', 'nosniff'],
  [
    'Permissions-Policy',
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), bluetooth=(), serial=(), hid=(), midi=(), display-capture=(), browsing-topics=()',
  ],
]
