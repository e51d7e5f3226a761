/** Every clock there is: three years of its transitions, and each day of its calendar has exactly one edition. */
import { afterAll, describe, expect, it } from 'vitest'
import { addDays, dayOf, type Day } from '../../../src/base/days.ts'
import { isDue } from '../../../src/digest/calendar.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const FROM = Date.UTC(2024, 11, 30)
const TO = Date.UTC(2028, 0, 3)

const own = process.env.TZ
afterAll(() => {
  if (own === undefined) delete process.env.TZ
  else process.env.TZ = own
})

/** The days around which the zone's offset changes, and the turns of the years. */
function turns(): readonly number[] {
  const offset = (time: number): number => new Date(time).getTimezoneOffset()
  const found = [2025, 2026, 2027, 2028].map((year) => Date.UTC(year, 0, 1))
  for (let time = FROM; time < TO; time += DAY) if (offset(time) !== offset(time + DAY)) found.push(time)
  return found
}

/** Opens the digest every half hour for five days, and says which days were given an edition, in that order. */
function live(around: number): { readonly made: readonly Day[]; readonly seen: readonly Day[] } {
  const made: Day[] = []
  const seen = new Set<Day>()
  for (let time = around - 2 * DAY; time < around + 3 * DAY; time += HOUR / 2) {
    const day = dayOf(new Date(time))
    seen.add(day)
    if (isDue(day, made, 'daily')) made.push(day)
  }
  return { made, seen: [...seen] }
}

describe('in each zone', () => {
  it('each day has one edition, in the order of the calendar, and none is lost', () => {
    const zones = Intl.supportedValuesOf('timeZone')
    const wrong: string[] = []
    let changes = 0
    for (const zone of zones) {
      process.env.TZ = zone
      const times = turns()
      changes += times.length - 4
      for (const time of times) {
        const { made, seen } = live(time)
        const follows = made.every((day, at) => at === 0 || day === addDays(made[at - 1] ?? '', 1))
        if (!follows || made.join() !== seen.join() || made.length < 5) wrong.push(`${zone} ${made.join(' ')}`)
      }
    }
    expect(wrong).toEqual([])
    expect(zones.length).toBeGreaterThan(400)
    // Clocks were in fact changed, so the zones were in fact taken.
    expect(changes).toBeGreaterThan(500)
  }, 30_000)

  it('a day that a zone skips or lives twice takes no other’s edition', () => {
    process.env.TZ = 'Pacific/Apia'
    const { made } = live(Date.UTC(2011, 11, 30))
    expect(made).toEqual(['2011-12-27', '2011-12-28', '2011-12-29', '2011-12-31', '2012-01-01', '2012-01-02'])
    process.env.TZ = 'Pacific/Kwajalein'
    expect(live(Date.UTC(1969, 8, 30)).made).toHaveLength(5)
  })
})
