import type { Dimension } from './query.ts'

const TIMES = ['day', 'week', 'month'] as const
export type Time = (typeof TIMES)[number]

/** The unit of a breakdown by time; undefined for one by groups or none. */
export const timeOf = (by: Dimension | null): Time | undefined => TIMES.find((time) => time === by)

/** A day, week or month of a period: the day it begins on, which is its name, and the days of it that lie in the period. All yyyy-mm-dd. */
export interface Slot {
  first: string
  from: string
  to: string
}

const DAY = 24 * 60 * 60_000
const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
const monthOf = (day: string): string => `${day.slice(0, 8)}01`
const mondayOf = (day: string): string => plusDays(day, -((new Date(day).getUTCDay() + 6) % 7))

const FIRST: Record<Time, (day: string) => string> = { day: (day) => day, week: mondayOf, month: monthOf }
const NEXT: Record<Time, (first: string) => string> = {
  day: (first) => plusDays(first, 1),
  week: (first) => plusDays(first, 7),
  month: (first) => monthOf(plusDays(first, 31)),
}

/** The last day of the day, week or month that begins on `first`. */
export const lastOf = (first: string, unit: Time): string => plusDays(NEXT[unit](first), -1)

/** The days, weeks (from Monday) or months of a period, in order. By plain arithmetic: a calendar library takes 5 ms for a quarter's days. */
export function slots(from: string, to: string, unit: Time): Slot[] {
  const found: Slot[] = []
  for (let first = FIRST[unit](from); first <= to; ) {
    const last = lastOf(first, unit)
    found.push({ first, from: first < from ? from : first, to: last > to ? to : last })
    first = NEXT[unit](first)
  }
  return found
}
