import { dayOfWeek, type Named, rolling, type Span, unitBack } from './calendar.ts'
import type { Sense } from './lexicon.ts'
import type { Token } from './scan.ts'

/**
 * A stretch of time a question names: settled already; by name, its year perhaps unsaid; a day of some week (1 is Monday); or at one
 * end of a range a number alone, which is a day (`isDay`: surely) or whatever the other end is.
 */
export type Moment =
  | { span: Span }
  | { name: Named }
  | { weekday: number }
  | { bare: number; isDay: boolean; year: number | null }

export interface Read<T> {
  value: T
  /** Index of the token after it. */
  next: number
}

type Of<K extends Sense['kind']> = Extract<Sense, { kind: K }>

/** What a token means, if it can mean a thing of that kind. */
export function as<K extends Sense['kind']>(token: Token | undefined, kind: K): Of<K> | null {
  return token?.senses.find((sense): sense is Of<K> => sense.kind === kind) ?? null
}

const FIRST_YEAR = 1900
const LONGEST_MONTH = 31
export const UNSAID: Named = { year: null, month: null, day: null, quarter: null, half: null }

const isMark = (token: Token | undefined, of: Of<'mark'>['of']) =>
  token?.senses.some((sense) => sense.kind === 'mark' && sense.of === of) ?? false

/** Reads a year: 2026, 2026年, 去年, last year. */
function yearAt(tokens: readonly Token[], at: number, today: string): Read<number> | null {
  const thisYear = Number(today.slice(0, 4))
  const n = as(tokens[at], 'number')?.n
  if (n !== undefined && n >= FIRST_YEAR) return { value: n, next: isMark(tokens[at + 1], 'year') ? at + 2 : at + 1 }
  const ago = as(tokens[at], 'ago')
  if (ago?.unit === 'year') return { value: thisYear - ago.back, next: at + 1 }
  const back = stepBack(tokens[at])
  if (back !== null && as(tokens[at + 1], 'unit')?.unit === 'year') return { value: thisYear - back, next: at + 2 }
  return null
}

/** this → 0, last → 1, 上上 → 2. */
function stepBack(token: Token | undefined): number | null {
  if (as(token, 'this')) return 0
  if (as(token, 'last')) return 1
  return as(token, 'before')?.back ?? null
}

/** A day of the month that is no count of something: 15, 15th, 15日; not the 7 of "7 days". */
function dayAt(tokens: readonly Token[], at: number): Read<number> | null {
  const ordinal = as(tokens[at], 'ordinal')
  if (ordinal) return { value: ordinal.n, next: at + 1 }
  const n = as(tokens[at], 'number')?.n
  if (n === undefined || n >= FIRST_YEAR) return null
  if (isMark(tokens[at + 1], 'day')) return { value: n, next: at + 2 }
  return as(tokens[at + 1], 'unit') ? null : { value: n, next: at + 1 }
}

/** Reads a part of a year: October, 10月, Q3, 第三季度, 上半年, Oct 15, 15 Oct, 10月15日. */
function partAt(tokens: readonly Token[], at: number): Read<Named> | null {
  const month = as(tokens[at], 'month')
  if (month) return withDay({ ...UNSAID, month: month.month }, tokens, at + 1)
  const quarter = as(tokens[at], 'quarter')
  if (quarter) return { value: { ...UNSAID, quarter: quarter.quarter }, next: at + 1 }
  const half = as(tokens[at], 'half')
  if (half) return { value: { ...UNSAID, half: half.half }, next: at + 1 }
  const first = as(tokens[at], 'nth') ? at + 1 : at
  const n = as(tokens[first], 'number')?.n
  if (n !== undefined && isMark(tokens[first + 1], 'quarter'))
    return { value: { ...UNSAID, quarter: n }, next: first + 2 }
  if (n !== undefined && isMark(tokens[at + 1], 'month')) return withDay({ ...UNSAID, month: n }, tokens, at + 2)
  const day = dayAt(tokens, at)
  const monthAfter = day && as(tokens[day.next], 'month')
  return day && monthAfter
    ? { value: { ...UNSAID, month: monthAfter.month, day: day.value }, next: day.next + 1 }
    : null
}

function withDay(name: Named, tokens: readonly Token[], at: number): Read<Named> {
  // "oct26" may be its 26th day, or that of a year.
  const isRunOn = tokens[at]?.from === tokens[at - 1]?.to && as(tokens[at - 1], 'month') !== null
  const day = isRunOn ? null : dayAt(tokens, at)
  return day ? { value: { ...name, day: day.value }, next: day.next } : { value: name, next: at }
}

/** Reads a day of this month or an earlier one: 上月15号, last month 15. */
function dayOfMonthAt(tokens: readonly Token[], at: number, today: string): Read<Named> | null {
  const back = stepBack(tokens[at])
  if (back === null || as(tokens[at + 1], 'unit')?.unit !== 'month') return null
  const day = dayAt(tokens, at + 2)
  if (!day || day.value > LONGEST_MONTH) return null
  const [year, month] = unitBack(today, 'month', back).from.split('-').map(Number)
  return { value: { ...UNSAID, year: year ?? null, month: month ?? null, day: day.value }, next: day.next }
}

/** Reads a name of the calendar with its year before it or after it: 2026年10月, Oct 15, 2026; a year alone is a name too. */
function nameAt(tokens: readonly Token[], at: number, today: string): Read<Named> | null {
  const date = as(tokens[at], 'date')
  if (date) return { value: { ...UNSAID, year: date.year, month: date.month, day: date.day }, next: at + 1 }
  const dayOfMonth = dayOfMonthAt(tokens, at, today)
  if (dayOfMonth) return dayOfMonth
  const year = yearAt(tokens, at, today)
  const part = partAt(tokens, year?.next ?? at)
  if (year) return part ? { value: { ...part.value, year: year.value }, next: part.next } : null
  if (!part) return null
  const after = yearAt(tokens, as(tokens[part.next], 'comma') ? part.next + 1 : part.next, today)
  return after ? { value: { ...part.value, year: after.value }, next: after.next } : part
}

/** Reads a length of time with its number: 7 days, 两周, 半个月, 半年. */
export function lengthAt(tokens: readonly Token[], at: number, today: string): Read<Span> | null {
  const half = as(tokens[at], 'unit')
  if (half?.unit === 'half') return { value: rolling(today, 1, 'half'), next: at + 1 }
  const unit = as(tokens[at + 1], 'unit')
  if (as(tokens[at], 'half-of') && unit?.unit === 'month') return { value: rolling(today, 15, 'day'), next: at + 2 }
  const n = as(tokens[at], 'number')?.n
  return unit && n !== undefined && n >= 1 && n <= 999 ? { value: rolling(today, n, unit.unit), next: at + 2 } : null
}

/** "last friday": the latest one and that of last week, where they are the same; on a Saturday they are not. */
function lastOnceIn(weekday: number, today: string): Span | null {
  const ofLastWeek = dayOfWeek(today, 1, weekday)
  return dayOfWeek(today, 0, weekday).from >= today ? ofLastWeek : null
}

/** Reads a stretch counted from today: yesterday, last week, 近7天, past month, 30天, 上周五. */
function relativeAt(tokens: readonly Token[], at: number, today: string): Read<Span> | null {
  const token = tokens[at]
  const ago = as(token, 'ago')
  if (ago) return { value: unitBack(today, ago.unit, ago.back), next: at + 1 }
  const rolls = as(token, 'rolling') ?? as(token, 'last')
  if (rolls) {
    const length = lengthAt(tokens, at + 1, today)
    if (length) return length
  }
  const weekday = as(tokens[at + 1], 'weekday')
  const latest = as(token, 'last') && weekday ? lastOnceIn(weekday.day, today) : null
  if (latest) return { value: latest, next: at + 2 }
  const week = as(token, 'this') ? 0 : as(token, 'before')?.back
  if (weekday && week !== undefined) return { value: dayOfWeek(today, week, weekday.day), next: at + 2 }
  const unit = as(tokens[at + 1], 'unit')
  if (unit && !unit.counted && unit.unit !== 'half') {
    const back = stepBack(token)
    if (back !== null) return { value: unitBack(today, unit.unit, back), next: at + 2 }
    if (rolls) return { value: rolling(today, 1, unit.unit), next: at + 2 }
  }
  // 3日 alone may be three days or the third.
  const bare = as(token, 'number') && isMark(tokens[at + 1], 'day')
  return bare ? null : lengthAt(tokens, at, today)
}

/** Reads one stretch of time at a token, or null if none begins there. */
export function momentAt(tokens: readonly Token[], at: number, today: string): Read<Moment> | null {
  const name = nameAt(tokens, at, today)
  if (name) return { value: { name: name.value }, next: name.next }
  const weekday = as(tokens[at], 'weekday')
  if (weekday) return { value: { weekday: weekday.day }, next: at + 1 }
  const relative = relativeAt(tokens, at, today)
  if (relative) return { value: { span: relative.value }, next: relative.next }
  const year = yearAt(tokens, at, today)
  return year ? { value: { name: { ...UNSAID, year: year.value } }, next: year.next } : null
}

/** Reads a number whose unit is said at the other end of a range: the 15 of "15–21 Nov" and of 10月1日到15日, the 1 of 2026年1-3月. */
export function bareAt(tokens: readonly Token[], at: number, today: string): Read<Moment> | null {
  const year = yearAt(tokens, at, today)
  const from = year?.next ?? at
  const number = dayAt(tokens, as(tokens[from], 'nth') ? from + 1 : from)
  if (!number) return null
  const isDay = as(tokens[from], 'ordinal') !== null || isMark(tokens[number.next - 1], 'day')
  return { value: { bare: number.value, isDay, year: year?.value ?? null }, next: number.next }
}
