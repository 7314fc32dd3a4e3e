/**
 * Business time: when a team works, and when something is due that is to be done in working time.
 *
 *   opening   a stretch of a local day in which the team works, `09:00-12:00`; `24:00` is the end of the day.
 *   workday   a date on which the team works though the week says otherwise (a made-up day around a public holiday).
 */
import { DateTime, IANAZone } from 'luxon'
import { z } from 'zod'
import { milliseconds, parts } from '../duration.ts'
import { wrong } from '../problem.ts'

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const OPENING = /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/

interface Opening {
  /** Minutes since local midnight. */
  from: number
  to: number
}

function opening(text: string): Opening {
  const [, fromHour, fromMinute, toHour, toMinute] = OPENING.exec(text) ?? []
  return {
    from: Number(fromHour ?? 0) * 60 + Number(fromMinute ?? 0),
    to: toHour === undefined ? 1440 : Number(toHour) * 60 + Number(toMinute ?? 0),
  }
}

const ordered = (texts: string[]): boolean => {
  const all = texts.map(opening)
  return all.every((one, i) => one.from < one.to && one.from >= (all[i - 1]?.to ?? 0))
}

const day = z
  .array(z.string().regex(OPENING, wrong('problem.opening', 'mend.opening')))
  .refine(ordered, wrong('problem.openings', 'mend.openings'))
  .default([])

const ALL_DAY = ['00:00-24:00']
const ALL_WEEK = { mon: ALL_DAY, tue: ALL_DAY, wed: ALL_DAY, thu: ALL_DAY, fri: ALL_DAY, sat: ALL_DAY, sun: ALL_DAY }

const date = z.iso.date({ error: wrong('problem.date', 'mend.date') })

/** When a team works, as the owner writes it. */
export const calendarSchema = z
  .strictObject({
    timeZone: z
      .string()
      .refine((zone) => IANAZone.isValidZone(zone), wrong('problem.time_zone', 'mend.time_zone'))
      .describe('IANA zone, such as Asia/Shanghai.'),
    week: z
      .strictObject({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day })
      .refine((week) => DAYS.some((name) => week[name].length > 0), wrong('problem.no_opening', 'mend.no_opening'))
      .default(ALL_WEEK)
      .describe('Openings of each day, such as `[09:00-12:00, 13:30-18:00]`. A day left out is closed.'),
    holidays: z.array(date).default([]).describe('Dates on which the team does not work: `2026-10-01`.'),
    workdays: z
      .array(date)
      .default([])
      .describe('Dates on which it works though the week says otherwise, with the hours of the first open day.'),
  })
  .refine(({ holidays, workdays }) => !workdays.some((date) => holidays.includes(date)), {
    message: wrong('problem.both_days', 'mend.remove_one'),
    path: ['workdays'],
  })
export type Calendar = z.infer<typeof calendarSchema>

/** Open every hour of every day: what holds when the owner has written nothing. */
export const alwaysOpen = (timeZone: string): Calendar => ({ timeZone, week: ALL_WEEK, holidays: [], workdays: [] })

/** Openings of the local day, in order. A made-up workday keeps the hours of the first open day of the week. */
function openings(calendar: Calendar, date: DateTime): Opening[] {
  const iso = date.toFormat('yyyy-MM-dd')
  if (calendar.holidays.includes(iso)) return []
  const name = DAYS[date.weekday - 1] ?? 'mon'
  const usual = calendar.week[name]
  if (usual.length > 0 || !calendar.workdays.includes(iso)) return usual.map(opening)
  return calendar.week[DAYS.find((other) => calendar.week[other].length > 0) ?? 'mon'].map(opening)
}

/** Where clocks are put forward at midnight, a day begins at one. */
const nextDay = (date: DateTime): DateTime => date.plus({ days: 1 }).startOf('day')

const instant = (date: DateTime, minutes: number): number =>
  (minutes === 1440 ? nextDay(date) : date.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 })).toMillis()

/** Where `length` milliseconds of open time, counted from `at`, are used up; at zero the first open instant. */
function useUp(at: number, length: number, calendar: Calendar): number {
  let left = length
  let date: DateTime = DateTime.fromMillis(at, { zone: calendar.timeZone }).startOf('day')
  for (;;) {
    for (const { from, to } of openings(calendar, date)) {
      const begin = Math.max(at, instant(date, from))
      const room = instant(date, to) - begin
      if (room <= 0) continue
      if (left <= room) return begin + left
      left -= room
    }
    date = nextDay(date) // ends: a week has an opening, and holidays are a finite list
  }
}

/** The same time of day `count` open days later; where the team is closed at that time, the closing before it. */
function passDays(at: number, count: number, calendar: Calendar): number {
  const start = DateTime.fromMillis(useUp(at, 0, calendar), { zone: calendar.timeZone })
  let date: DateTime = start.startOf('day')
  for (let passed = 0; passed < count; ) {
    date = nextDay(date)
    if (openings(calendar, date).length > 0) passed += 1
  }
  const { hour, minute, second, millisecond } = start
  const wanted = date.set({ hour, minute, second, millisecond }).toMillis()
  const open = openings(calendar, date).map(({ from, to }) => ({ from: instant(date, from), to: instant(date, to) }))
  const last = open.findLast(({ from }) => from <= wanted) ?? open[0]
  return last === undefined ? wanted : Math.min(Math.max(wanted, last.from), last.to)
}

/**
 * The instant (ISO 8601, UTC) that is `duration` of business time after `at`.
 * Minutes and hours are hours of work; a day is the same time on the next day of work.
 */
export function addBusiness(at: string, duration: string, calendar: Calendar): string {
  const { count, unit } = parts(duration)
  const due =
    unit === 'd' ? passDays(Date.parse(at), count, calendar) : useUp(Date.parse(at), milliseconds(duration), calendar)
  return new Date(due).toISOString()
}

/** The first opening of the next day of work (ISO 8601, UTC); a team that opens at midnight is taken to begin at nine. */
export function nextMorning(at: string, calendar: Calendar): string {
  const tomorrow = DateTime.fromMillis(Date.parse(at), { zone: calendar.timeZone }).startOf('day').plus({ days: 1 })
  const first = DateTime.fromMillis(useUp(tomorrow.toMillis(), 0, calendar), { zone: calendar.timeZone })
  const morning = first.hour === 0 && first.minute === 0 ? first.set({ hour: 9 }) : first
  return new Date(morning.toMillis()).toISOString()
}
