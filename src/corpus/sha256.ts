/** SHA-256 of bytes, on insecure origins too, where browsers withhold their own. */

/** The digest in lower-case hexadecimal digits. */
export async function sha256(
  bytes: Uint8Array<ArrayBuffer>,
  subtle: SubtleCrypto | null | undefined = globalThis.crypto.subtle,
): Promise<string> {
  return hex(subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : await digestInScript(bytes))
}

async function digestInScript(bytes: Uint8Array): Promise<Uint8Array> {
  // Named at the import, so that the other digests of the package stay out of the build.
  const { sha256: digest } = await import('@noble/hashes/sha2.js')
  return digest(bytes)
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
