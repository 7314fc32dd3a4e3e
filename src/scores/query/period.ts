import { type Bound, between, type Named, named, nearestWeekday, type Span } from './calendar.ts'
import { as, bareAt, type Moment, momentAt, type Read, UNSAID } from './moment.ts'
import { levelled, type Token } from './scan.ts'

/** Why words that name a time give none: no such date or its end before its start; not begun yet; could be read in two ways. */
export type Trouble = 'date' | 'future' | 'ambiguous'

/** `by`: the same words, of which the year is not said, as the latest such stretch that has begun by a day. */
type Period = { span: Span; by?: (latest: string) => Span | null } | { trouble: Trouble }

interface Setting {
  today: string
  /** In a comparison "this week to last week" are two periods and no range. */
  comparing: boolean
}

/** Reads a period at a token: a stretch of time, from one to another, or since one; null if none begins there. */
export function periodAt(tokens: readonly Token[], at: number, setting: Setting): Read<Period> | null {
  const { today } = setting
  if (as(tokens[at], 'since')) {
    const start = momentAt(tokens, at + 1, today)
    return start && { value: sinceMoment(start.value, today), next: skip(tokens, start.next, 'to-date') }
  }
  const from = as(tokens[at], 'from')
  const first = from ? at + 1 : at
  const range = rangeAt(tokens, first, setting, from !== null)
  if (range) return range
  const moment = momentAt(tokens, first, today)
  if (!moment) return null
  const { value, next } = moment
  if (as(tokens[next], 'to-date')) {
    // "this month so far" ends today anyway; "October 1 to date" begins there.
    const span = begun(settle(value, today, { notAfter: today }), today)
    const running = 'span' in span && span.span.to === today
    return { value: running ? span : sinceMoment(value, today), next: next + 1 }
  }
  if (from) return { value: isDay(value) ? sinceMoment(value, today) : { trouble: 'ambiguous' }, next }
  // 3月内 may be within March, or within three months.
  if (isHanMonth(tokens, first, next) && as(tokens[next], 'within'))
    return { value: { trouble: 'ambiguous' }, next: next + 1 }
  const by = (latest: string) => begun(settle(value, today, { notAfter: latest }), today)
  return { value: yearless(value) ? latest(by, today) : by(today), next: skip(tokens, next, 'within') }
}

/** The latest there is, and how to come by earlier ones. */
function latest(by: (latest: string) => Period, today: string): Period {
  const period = by(today)
  if ('trouble' in period) return period
  const earlier = (day: string) => {
    const found = by(day)
    return 'span' in found ? found.span : null
  }
  return { ...period, by: earlier }
}

const isHanMonth = (tokens: readonly Token[], from: number, to: number) =>
  to === from + 2 && as(tokens[from], 'number') !== null && as(tokens[from + 1], 'mark')?.of === 'month'

const isDay = (moment: Moment) => 'weekday' in moment || ('name' in moment && moment.name.day !== null)

function skip(tokens: readonly Token[], at: number, kind: 'to-date' | 'within'): number {
  return as(tokens[at], kind) ? at + 1 : at
}

/** Reads A to B; `between` lets "and" stand for "to". */
function rangeAt(tokens: readonly Token[], at: number, setting: Setting, between: boolean): Read<Period> | null {
  const bare = bareAt(tokens, at, setting.today)
  const a =
    bare && (as(tokens[bare.next], 'to') ?? as(tokens[bare.next], 'join')) ? bare : momentAt(tokens, at, setting.today)
  if (!a) return null
  const link = tokens[a.next]
  const linked = as(link, 'to')
    ? !(setting.comparing && levelled(link?.text ?? '') === 'to')
    : between && as(link, 'join')
  if (!linked) return null
  const b = momentAt(tokens, a.next + 1, setting.today) ?? bareAt(tokens, a.next + 1, setting.today)
  if (!b) return null
  const by = (latest: string) => fromTo(a.value, b.value, setting.today, latest)
  const value = yearless(a.value) && yearless(b.value) ? latest(by, setting.today) : by(setting.today)
  return { value, next: skip(tokens, b.next, 'within') }
}

/** What one end leaves unsaid, the other may say: "1 – 15 Oct 2026", 2026年10月1日到15日, 1到3月, 3-4季度. */
function completed(one: Moment, other: Moment): Moment {
  if (!('bare' in one && 'name' in other)) return one
  const { bare: n, isDay } = one
  const { month, day, quarter } = other.name
  const year = one.year ?? other.name.year
  if (month !== null)
    return { name: isDay || day !== null ? { ...UNSAID, year, month, day: n } : { ...UNSAID, year, month: n } }
  return quarter !== null && !isDay ? { name: { ...UNSAID, year, quarter: n } } : one
}

const yearOf = (moment: Moment) => ('name' in moment ? moment.name.year : null)
const yearless = (moment: Moment) =>
  ('name' in moment && moment.name.year === null) || ('bare' in moment && moment.year === null)

function fromTo(one: Moment, other: Moment, today: string, latest: string): Period {
  const a = completed(one, other)
  const b = completed(other, one)
  if ('bare' in a || 'bare' in b) return { trouble: 'date' }
  // The end with its year said settles the other; with neither said the range is the latest that has begun.
  // A bare weekday at the end is the next one: 上周一到周五.
  if ('weekday' in b || (yearOf(a) !== null && yearOf(b) === null)) {
    const start = settle(a, today, { notAfter: today })
    const end = 'span' in start ? settle(b, today, { notBefore: start.span.from }) : start
    return joined(start, end, today)
  }
  const end = settle(b, today, { notAfter: latest })
  const start = 'span' in end ? settle(a, today, { notAfter: end.span.to }) : end
  return joined(start, end, today)
}

function joined(start: Period, end: Period, today: string): Period {
  if ('trouble' in start) return start
  if ('trouble' in end) return end
  const { from } = start.span
  const { to } = end.span
  // A range may end in days to come, as a month does that is asked for by its dates; it holds what has been.
  return begun({ span: between(from, from <= today && to > today ? today : to) }, today)
}

function sinceMoment(moment: Moment, today: string): Period {
  const start = settle(moment, today, { notAfter: today })
  return 'span' in start && start.span.from <= today ? { span: between(start.span.from, today) } : begun(start, today)
}

function settle(moment: Moment, today: string, bound: Bound): Period {
  if ('span' in moment) return { span: moment.span }
  if ('bare' in moment) return { trouble: 'date' }
  if ('weekday' in moment) return { span: nearestWeekday(moment.weekday, today, bound) }
  const span = isPlausible(moment.name) ? named(moment.name, today, bound) : null
  return span ? { span } : { trouble: 'date' }
}

function isPlausible({ year, month, quarter }: Named): boolean {
  const within = (n: number | null, max: number) => n === null || (n >= 1 && n <= max)
  return within(month, 12) && within(quarter, 4) && (year === null || (year >= 1900 && year <= 2999))
}

/** The same, unless it runs backwards or has not begun. */
function begun(period: Period, today: string): Period {
  if ('trouble' in period) return period
  if (period.span.from > period.span.to) return { trouble: 'date' }
  return period.span.from > today ? { trouble: 'future' } : period
}
