import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { RHYTHMS } from '../../../src/digest/rules.ts'
import { writeReminder, type Reminder } from '../../../src/formats/ics.ts'

const ADDRESS = `https://example.org/${'a-long-path/'.repeat(8)}#/`
const reminder: Reminder = {
  rhythm: 'daily',
  day: '2026-11-22',
  time: '08:05',
  stamp: new Date('2026-11-21T22:03:04.567Z'),
  address: ADDRESS,
}

/** The event and its first days, as somebody else's reader of calendars has them. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[])
  const component = calendar.getFirstSubcomponent('vevent')
  if (!component) throw new Error('there is no event')
  const event = new ICAL.Event(component)
  const next = event.iterator()
  const days = Array.from({ length: 8 }, () => next.next().toString())
  return { component, event, days }
}

describe('a reminder as a calendar file', () => {
  it.each([
    ['daily', '2026-11-22', ['22', '23', '24', '25', '26', '27', '28', '29']],
    // The 22nd is a Sunday: the first weekday is the next one.
    ['weekdays', '2026-11-22', ['23', '24', '25', '26', '27', '30', '01', '02']],
    ['weekdays', '2026-11-20', ['20', '23', '24', '25', '26', '27', '30', '01']],
    ['weekly', '2026-11-22', ['22', '29', '06', '13', '20', '27', '03', '10']],
  ] as const)('%s from %s on', (rhythm, day, dates) => {
    const { event, days } = read(writeReminder({ ...reminder, rhythm, day }))
    expect(days.map((each) => each.slice(8, 10))).toEqual(dates)
    expect(new Set(days.map((each) => each.slice(11)))).toEqual(new Set(['08:05:00']))
    expect(event.startDate.zone.tzid).toBe('floating')
  })

  it('says what it is, where it leads and when it rings', () => {
    const { component, event } = read(writeReminder(reminder))
    expect(event.summary).toBe('Today’s Offprint')
    expect(event.description).toBe(`Your edition is ready; it opens offline too.\n${ADDRESS}`)
    expect(component.getFirstPropertyValue('url')).toBe(ADDRESS)
    expect(String(component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-21T22:03:04Z')
    const alarm = component.getFirstSubcomponent('valarm')
    expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('PT0S')
    expect(alarm?.getFirstPropertyValue('action')).toBe('DISPLAY')
  })

  it('keeps its name, so that another time takes the place of the first', () => {
    const names = RHYTHMS.map((rhythm) => read(writeReminder({ ...reminder, rhythm, time: '19:30' })).event.uid)
    expect(new Set(names)).toEqual(new Set([read(writeReminder(reminder)).event.uid]))
  })

  it('has CRLF, lines of at most 75 octets, and no address that others cannot reach', () => {
    const file = writeReminder(reminder)
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(file.split('\r\n').filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([])
    expect(file).toMatch(/\r\n /)
    expect(writeReminder({ ...reminder, address: null })).not.toMatch(/https?:/)
  })
})
