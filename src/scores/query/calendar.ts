import { DateTime, type DurationLike } from 'luxon'
import type { Unit } from './lexicon.ts'

/** Days yyyy-mm-dd, both inclusive, with the days it is naturally compared with and the calendar unit it is, if one. */
export interface Span {
  unit: Unit | null
  from: string
  to: string
  before: { from: string; to: string }
}

const day = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' })
const iso = (at: DateTime) => at.toFormat('yyyy-MM-dd')

const LENGTH: Readonly<Record<Unit, DurationLike>> = {
  day: { days: 1 },
  week: { weeks: 1 },
  month: { months: 1 },
  quarter: { months: 3 },
  half: { months: 6 },
  year: { years: 1 },
}

function times(unit: Unit, n: number): DurationLike {
  const [name, count] = Object.entries(LENGTH[unit])[0] ?? ['days', 1]
  return { [name]: Number(count) * n }
}

/**
 * A calendar unit that begins on `start`, cut off at today. A running unit is compared with the same stretch of the unit
 * before (the 1st–21st with the 1st–21st), a finished one with the whole unit before.
 */
function calendarUnit(start: DateTime, unit: Unit, today: string): Span {
  const end = start.plus(LENGTH[unit]).minus({ days: 1 })
  const startBefore = start.minus(LENGTH[unit])
  const endBefore = start.minus({ days: 1 })
  const now = day(today)
  const running = now >= start && now < end
  const shifted = now.minus(LENGTH[unit])
  return {
    unit,
    from: iso(start),
    to: iso(running ? now : end),
    before: { from: iso(startBefore), to: iso(running && shifted < endBefore ? shifted : endBefore) },
  }
}

/** The unit today is in (back = 0), the one before it (1), … Weeks begin on Monday. */
export function unitBack(today: string, unit: Unit, back: number): Span {
  const now = day(today)
  const start =
    unit === 'half'
      ? now.startOf('year').plus({ months: now.month > 6 ? 6 : 0 })
      : now.startOf(unit === 'day' ? 'day' : unit)
  return calendarUnit(start.minus(times(unit, back)), unit, today)
}

/** Monday (1) to Sunday (7) of this week (back = 0) or an earlier one. */
export function dayOfWeek(today: string, back: number, weekday: number): Span {
  const monday = day(today).startOf('week').minus({ weeks: back })
  return calendarUnit(monday.plus({ days: weekday - 1 }), 'day', today)
}

/** The latest such day that is not after a day, or the first that is not before it. */
export function nearestWeekday(weekday: number, today: string, bound: Bound): Span {
  const edge = day('notAfter' in bound ? bound.notAfter : bound.notBefore)
  const away = 'notAfter' in bound ? -((edge.weekday - weekday + 7) % 7) : (weekday - edge.weekday + 7) % 7
  return calendarUnit(edge.plus({ days: away }), 'day', today)
}

/** The last n units up to and with today, against as long a stretch before; halves of a month are 15 days. */
export function rolling(today: string, n: number, unit: Unit): Span {
  const now = day(today)
  const startOf = (end: DateTime) => end.minus(times(unit, n)).plus({ days: 1 })
  const from = startOf(now)
  const endBefore = from.minus({ days: 1 })
  return { unit: null, from: iso(from), to: today, before: { from: iso(startOf(endBefore)), to: iso(endBefore) } }
}

/** From one day to another, against as many days before; whole months are compared with as many whole months. */
export function between(from: string, to: string): Span {
  const start = day(from)
  const end = day(to)
  const after = end.plus({ days: 1 })
  const endBefore = start.minus({ days: 1 })
  const whole = start.day === 1 && after.day === 1
  const length: DurationLike = whole
    ? { months: Math.round(after.diff(start, 'months').months) }
    : { days: Math.round(after.diff(start, 'days').days) }
  return { unit: null, from, to, before: { from: iso(start.minus(length)), to: iso(endBefore) } }
}

/** The same days a year earlier; the 29th of February becomes the 28th, and the end of a month the end of it. */
export function yearBefore(span: { from: string; to: string }): { from: string; to: string } {
  const to = day(span.to)
  const before = to.minus({ years: 1 })
  const isWhole = day(span.from).day === 1 && to.plus({ days: 1 }).day === 1
  return { from: iso(day(span.from).minus({ years: 1 })), to: iso(isWhole ? before.endOf('month') : before) }
}

/** A named stretch of the calendar: year and what of it; what is not said is null. */
export interface Named {
  year: number | null
  month: number | null
  day: number | null
  quarter: number | null
  half: number | null
}

/** Where an unsaid year is looked for: the latest that has begun by `notAfter`, or the first from `notBefore` on. */
export type Bound = { notAfter: string } | { notBefore: string }

/** A named stretch → its days, or null where the calendar has none such (30 February, a 14th month). */
export function named(name: Named, today: string, bound: Bound): Span | null {
  const unit: Unit = name.day ? 'day' : name.month ? 'month' : name.quarter ? 'quarter' : name.half ? 'half' : 'year'
  const month = name.month ?? (name.quarter ? name.quarter * 3 - 2 : name.half === 2 ? 7 : 1)
  const inYear = (year: number) => DateTime.fromObject({ year, month, day: name.day ?? 1 }, { zone: 'utc' })
  if (name.year !== null) {
    const start = inYear(name.year)
    return start.isValid ? calendarUnit(start, unit, today) : null
  }
  const step = 'notAfter' in bound ? -1 : 1
  const edge = day('notAfter' in bound ? bound.notAfter : bound.notBefore)
  // Eight years either way: 29 February may be missing in seven in a row.
  for (let year = edge.year, tries = 0; tries <= 8; year += step, tries++) {
    const start = inYear(year)
    if (start.isValid && (step < 0 ? start <= edge : start >= edge)) return calendarUnit(start, unit, today)
  }
  return null
}
