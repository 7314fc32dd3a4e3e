import { DateTime } from 'luxon'
import type { Dimension, Query } from '../query.ts'
import { between, rolling, type Span, unitBack, yearBefore } from './calendar.ts'
import { as } from './moment.ts'
import { type Reading, type Stopped, stopAt, type Timed } from './reading.ts'

const DEFAULT_DAYS = 7
/** What a trend without a time is of. */
const TREND_DAYS = 90
/** By so many days two quarters or half-years differ in length: they are as near. */
const SLACK = 10

/** What was read → the query: the last seven days where no time is named, the period before where no other is compared with. */
export function compose(reading: Reading, today: string): { query: Query } | Stopped {
  const { metric, filters, trend, rank } = reading
  const periods = periodsOf(reading, today)
  if ('stop' in periods) return periods
  const by = reading.by ?? comparedGroups(reading) ?? (trend ? stepsOf(periods.period) : null)
  if (trend && !['day', 'week', 'month'].includes(by ?? '')) return stopAt(trend, trend, 'twice')
  if (rank && by === null) return stopAt(rank, rank, 'missing')
  return { query: { metric: metric ?? 'csat', by, filters, ...periods } }
}

type Periods = Pick<Query, 'period' | 'previous'>

function periodsOf(reading: Reading, today: string): Periods | Stopped {
  const { versus, sequential, preceding, yearOnYear, groups } = reading
  const [one, two] = reading.periods
  const said = ({ span, words }: { span: Span; words: string }) => ({ from: span.from, to: span.to, words })
  const ways = [sequential, preceding?.token ?? null, yearOnYear].filter((token) => token !== null)
  const [, more] = ways
  if (more) return stopAt(more, more, 'twice')
  if (two) {
    // "refunds this week vs billing last week" would need four scores.
    if (groups) return stopAt(groups.first, groups.last, 'unclear')
    if (!one || !versus || ways.length > 0) return stopAt(two.first, two.last, 'twice')
    // Whichever is said first, a change runs from the earlier to the later.
    const [first, second] = two.by ? [one, beside(two, one.span, today)] : [beside(one, two.span, today), two]
    const [earlier, later] = first.span.from < second.span.from ? [first, second] : [second, first]
    if (earlier.span.to >= later.span.from) return stopAt(one.first, two.last, 'overlap')
    // "October vs last year": October of last year, or all of it?
    const uneven = [earlier, later].filter(({ span }) => span.unit === 'year')
    if (uneven.length === 1 && uneven[0]) return stopAt(uneven[0].first, uneven[0].last, 'ambiguous')
    return { period: said(later), previous: said(earlier) }
  }
  // "vs last week": what is?
  if (versus && ways.length === 0 && comparedGroups(reading) === null) return stopAt(versus, versus, 'missing')
  if (preceding && (!one || !versus)) return stopAt(preceding.token, preceding.token, 'missing')
  const step = as(sequential ?? undefined, 'sequential')
  const span = one?.span ?? (step?.unit ? unitBack(today, step.unit, 0) : unsaid(reading, today))
  const period = { from: span.from, to: span.to, words: one?.words ?? '' }
  if (yearOnYear) {
    const before = yearBefore(span)
    if (before.to >= span.from) return stopAt(yearOnYear, yearOnYear, 'overlap')
    return { period, previous: { ...before, words: yearOnYear.text } }
  }
  if (preceding) {
    const before = wholeBefore(span, preceding.unit)
    return before
      ? { period, previous: { ...before, words: preceding.token.text } }
      : stopAt(preceding.token, preceding.token, 'ambiguous')
  }
  const misfit = step?.unit !== undefined && (step.unit !== span.unit || (step.running && span.to !== today))
  if (sequential && misfit) return stopAt(sequential, sequential, 'ambiguous')
  return { period, previous: { ...span.before, words: sequential?.text ?? '' } }
}

const YEARS = 30

/**
 * A period that leaves its year to the other: the one nearest to it, of two as near that of its year, else the later. "Q4 2025 vs Q3" is
 * the third quarter of 2025, "Dec vs Nov" the November before that December.
 */
function beside(period: Timed, other: Span, today: string): Timed {
  const { by } = period
  if (by === null) return period
  const found = Array.from({ length: YEARS }, (_, back) => by(yearsAgo(today, back)))
  const apart = found.filter((span) => span !== null).filter(({ from, to }) => to < other.from || from > other.to)
  const away = ({ from }: Span) =>
    Math.abs(days({ from, to: other.from })) - (from.slice(0, 4) === other.from.slice(0, 4) ? SLACK : 0)
  const [first = period.span, ...more] = apart
  return { ...period, span: more.reduce((best, span) => (away(span) < away(best) ? span : best), first) }
}

const yearsAgo = (today: string, years: number): string =>
  DateTime.fromISO(today, { zone: 'utc' }).minus({ years }).toFormat('yyyy-MM-dd')

/** So much of the time as shows what is asked for. */
function unsaid({ by, trend }: Reading, today: string): Span {
  if (by === 'month') return between(unitBack(today, 'month', 11).from, today)
  return rolling(today, trend || by === 'week' ? TREND_DAYS : DEFAULT_DAYS, 'day')
}

/** Groups of one kind that are set against each other: a breakdown by that kind, narrowed to them. */
function comparedGroups({ lastVersus, groups, filters, periods, narrowedFrom }: Reading): Dimension | null {
  if (groups) return groups.noun
  if (!lastVersus || periods.length === 2) return null
  // "refunds and billing vs last week" sets no groups against each other.
  const period = periods[0]?.first.from ?? 0
  if (period > lastVersus.from && (narrowedFrom ?? 0) < lastVersus.from) return null
  const several = (['team', 'agent', 'channel', 'flow'] as const).filter((noun) => (filters[noun]?.length ?? 0) > 1)
  return several.length === 1 ? (several[0] ?? null) : null
}

const days = ({ from, to }: { from: string; to: string }): number =>
  DateTime.fromISO(to, { zone: 'utc' }).diff(DateTime.fromISO(from, { zone: 'utc' }), 'days').days + 1

/** Some dozen points make a line. */
function stepsOf(period: { from: string; to: string }): 'day' | 'week' | 'month' {
  const length = days(period)
  return length <= 31 ? 'day' : length <= 200 ? 'week' : 'month'
}

/** The whole unit before a stretch that is one, also before one that is not over; null if the stretch is no such unit. */
function wholeBefore(span: Span, unit: Span['unit']): { from: string; to: string } | null {
  if (span.unit === null) return unit === null ? span.before : null
  if (unit !== null && unit !== span.unit) return null
  const { from, to } = unitBack(span.from, span.unit, 1)
  return { from, to }
}
