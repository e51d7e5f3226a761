/** The ways of text out of a web page and into it: a file, the share sheet, the clipboard. */

/** Long enough for a slow disk; the address keeps the file in memory until then. */
const KEPT_MS = 60_000

/** Gives a file to the browser's downloads. */
export function download(file: File): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS)
}

/** Whether this browser's share sheet takes such a file: many take a few kinds only. */
export function canShareFile(file: File): boolean {
  return 'canShare' in navigator && navigator.canShare({ files: [file] })
}

/** What became of the share sheet; `closed` where the reader changed their mind. */
type Outcome = 'shared' | 'closed' | 'refused'

/** Shares a file. */
export function shareFile(title: string, file: File): Promise<Outcome> {
  return share({ title, files: [file] })
}

/** Shares a link. Mail takes the title, most others show the text alone. */
export function shareLink(title: string, url: string): Promise<Outcome> {
  return share({ title, text: title, url })
}

async function share(what: ShareData): Promise<Outcome> {
  return navigator.share(what).then(
    () => 'shared' as const,
    (cause: unknown) => (cause instanceof DOMException && cause.name === 'AbortError' ? 'closed' : 'refused'),
  )
}

/** Copies text that may still be on its way: Safari wants the call inside the tap. False where it was refused. */
export async function copyText(text: string | Promise<string>): Promise<boolean> {
  try {
    if (typeof text === 'string' || typeof ClipboardItem === 'undefined')
      await navigator.clipboard.writeText(await text)
    else {
      const blob = text.then((whole) => new Blob([whole], { type: 'text/plain' }))
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
    }
    return true
  } catch {
    // Not focused, not allowed, or an insecure address, where there is no clipboard.
    return false
  }
}

/** The text on the clipboard; null where the browser or the reader refuses. Empty where there is none. */
export async function readClipboard(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText()
  } catch {
    return null
  }
}
