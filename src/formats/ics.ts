/** A reminder as a calendar file (RFC 5545): one event that comes again, at a time of the reader's own clock. */
import type { Rhythm } from '../digest/rules.ts'
import { cutByOctets } from './octets.ts'
import { printable } from './one-line.ts'

export interface Reminder {
  /** How often it rings, whatever the rhythm of the digest. */
  readonly rhythm: Rhythm
  /** From this day on, 2026-11-22; for `weekly` also the day of the week. */
  readonly day: string
  /** `08:00`, on whatever clock the calendar goes by. */
  readonly time: string
  /** When the file was made. */
  readonly stamp: Date
  /** Where the digest is read; null where no other device could reach it. */
  readonly address: string | null
}

/** In a line. */
const OCTETS = 75

/** The file, CRLF at every line. */
export function writeReminder({ rhythm, day, time, stamp, address }: Reminder): string {
  const start = firstDay(day, rhythm)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Offprint//Reminder//EN',
    'BEGIN:VEVENT',
    // One name for all: taken in again with another time, it takes the place of the first.
    'UID:reminder@offprint.invalid',
    `DTSTAMP:${stamp.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    // No zone: eight o'clock stays eight o'clock for who travels.
    `DTSTART:${start.toISOString().slice(0, 10).replaceAll('-', '')}T${time.replace(':', '')}00`,
    'DURATION:PT15M',
    `RRULE:${rule(rhythm, start)}`,
    'SUMMARY:Today’s Offprint',
    `DESCRIPTION:${escapeText(['Your edition is ready; it opens offline too.', address ?? ''].join('\n').trim())}`,
    ...(address === null ? [] : [`URL:${address}`]),
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:Today’s Offprint',
    'TRIGGER:PT0S',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  // A line that goes on starts with a space.
  return lines.map((line) => `${cutByOctets(printable(line), OCTETS, ' ').join('\r\n')}\r\n`).join('')
}

/** The event's start has to be one of its own days. */
function firstDay(day: string, rhythm: Rhythm): Date {
  const date = new Date(`${day}T00:00:00Z`)
  const weekend = (): boolean => date.getUTCDay() % 6 === 0
  while (rhythm === 'weekdays' && weekend()) date.setUTCDate(date.getUTCDate() + 1)
  return date
}

function rule(rhythm: Rhythm, start: Date): string {
  if (rhythm === 'daily') return 'FREQ=DAILY'
  const days = rhythm === 'weekdays' ? 'MO,TU,WE,TH,FR' : start.toUTCString().slice(0, 2).toUpperCase()
  return `FREQ=WEEKLY;BYDAY=${days}`
}

/** A value of text: its own commas, semicolons, backslashes and line ends escaped. */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')
}
