/** A mail as a file (RFC 5322 and MIME) that mail programs open as a draft: text and HTML of one thing. */
import { cutByOctets } from './octets.ts'
import { oneLine } from './one-line.ts'

export interface Mail {
  readonly subject: string
  /** The day it is of, 2026-11-22. */
  readonly day: string
  readonly text: string
  readonly html: string
}

/** Bytes in an encoded word that leave it below its limit of 75 characters. */
const WORD_BYTES = 45
/** Characters of base64 that make a line, where more follow. */
const FULL_LINE = /.{76}(?=.)/g

/** The file; the same mail gives the same bytes, all of them ASCII. */
export function writeMail(mail: Mail): string {
  const mark = fingerprint(`${mail.subject}\n${mail.day}\n${mail.text}\n${mail.html}`)
  // Base64 has no underscore, so no line of a part can look like the boundary.
  const boundary = `=_offprint_${mark}`
  const lines = [
    'From: Offprint <letter@offprint.invalid>',
    `Subject: ${encodeHeader(mail.subject)}`,
    `Date: ${headerDate(mail.day)}`,
    `Message-ID: <${mail.day.replace(/[^\d-]/g, '')}.${mark}@offprint.invalid>`,
    // Outlook and others open a file with this header as a draft, ready to be addressed.
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...part('text/plain', mail.text, boundary),
    // Programs show the last part they can.
    ...part('text/html', mail.html, boundary),
    `--${boundary}--`,
    '',
  ]
  return lines.join('\r\n')
}

function part(type: string, content: string, boundary: string): readonly string[] {
  const canonical = content.replace(/\r\n|\r|\n/g, '\r\n')
  return [
    `--${boundary}`,
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    base64(canonical).replace(FULL_LINE, '$&\r\n'),
    '',
  ]
}

/** A header's text: as it stands where that is short and ASCII, else in encoded words (RFC 2047), one to a line. */
function encodeHeader(value: string): string {
  const header = oneLine(value)
  if (/^[ -~]{0,60}$/.test(header) && !header.includes('=?')) return header
  return cutByOctets(header, WORD_BYTES)
    .map((word) => `=?UTF-8?B?${base64(word)}?=`)
    .join('\r\n ')
}

/** Noon in UTC: the same day on most clocks. */
function headerDate(day: string): string {
  return new Date(`${day}T12:00:00Z`).toUTCString().replace('GMT', '+0000')
}

function base64(text: string): string {
  let bytes = ''
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte)
  return btoa(bytes)
}

/** FNV-1a of the content, twice 32 bits: tells mails apart, and needs no clock and no chance. */
function fingerprint(text: string): string {
  let [one, two] = [0x811c9dc5, 0x01000193]
  for (let at = 0; at < text.length; at++) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193)
    two = Math.imul(two ^ text.charCodeAt(text.length - 1 - at), 0x01000193)
  }
  return [one, two].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
