/** What the browser says of the space this app takes. */

export interface StorageFacts {
  /** Bytes used at this address, as estimated; null where the browser does not say. */
  readonly usage: number | null
  /** Whether the browser has promised not to clear it when space runs short. */
  readonly promised: boolean
}

/** `quota` is left out: browsers give made-up figures, against fingerprinting. */
export async function measureStorage(): Promise<StorageFacts> {
  try {
    const [estimate, promised] = await Promise.all([navigator.storage.estimate(), navigator.storage.persisted()])
    return { usage: estimate.usage ?? null, promised }
  } catch {
    // There is no navigator.storage on an insecure origin, and it may refuse in a private window.
    return { usage: null, promised: false }
  }
}

/** `43 kB`, `1.4 MB`. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1e6) return `${Math.round(bytes / 1000).toLocaleString('en')} kB`
  return `${(bytes / 1e6).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB`
}
