import type { Locale } from '../locale.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

function measure(length: number): { count: number; unit: 'minute' | 'hour' | 'day' } {
  const size = Math.abs(length)
  if (size < 90 * MINUTE) return { count: Math.max(1, Math.round(size / MINUTE)), unit: 'minute' }
  if (size < 2 * DAY) return { count: Math.round(size / HOUR), unit: 'hour' }
  return { count: Math.round(size / DAY), unit: 'day' }
}

/** A length of time (milliseconds) in words, rounded to what matters: "5 minutes", "3 hours", "2 days". */
export function span(length: number, locale: Locale): string {
  const { count, unit } = measure(length)
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}

/** How far `at` is from `now`, in words: "in 2 hours", "2 minutes ago". */
export function distance(at: string, now: string, locale: Locale): string {
  const length = Date.parse(at) - Date.parse(now)
  const { count, unit } = measure(length)
  return new Intl.RelativeTimeFormat(locale).format(length < 0 ? -count : count, unit)
}

/** An instant as a clock shows it in `timeZone`: the time of day, with the date when that is not today, and the year when it is not this one. */
export function moment(at: string, now: string, timeZone: string, locale: Locale): string {
  const [then, today] = [new Date(at), new Date(now)]
  const { day, clock, dated, ofYear } = writers(timeZone, locale)
  const [itsDay, thisDay] = [day.format(then), day.format(today)]
  const isThisYear = itsDay.slice(0, 4) === thisDay.slice(0, 4)
  return (itsDay === thisDay ? clock : isThisYear ? dated : ofYear).format(then)
}

const known = new Map<string, ReturnType<typeof makeWriters>>()

// Making a formatter takes a third of a millisecond, and a card needs dozens of them.
function writers(timeZone: string, locale: Locale) {
  const key = `${timeZone} ${locale}`
  const made = known.get(key) ?? makeWriters(timeZone, locale)
  known.set(key, made)
  return made
}

function makeWriters(timeZone: string, locale: Locale) {
  const time = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const date = { ...time, month: 'short', day: 'numeric', weekday: 'short' } as const
  return {
    day: new Intl.DateTimeFormat('en-CA', { timeZone }),
    clock: new Intl.DateTimeFormat(locale, time),
    dated: new Intl.DateTimeFormat(locale, date),
    ofYear: new Intl.DateTimeFormat(locale, { ...date, year: 'numeric' }),
  }
}
