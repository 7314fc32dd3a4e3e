import { headLength } from '../command.ts'
import type { Query } from '../query.ts'
import { breakdownAt, filterAt, isAmbiguous } from './clauses.ts'
import { compose } from './compose.ts'
import type { Unit } from './lexicon.ts'
import { as, lengthAt, type Read } from './moment.ts'
import { periodAt } from './period.ts'
import { type Reading, type Step, type Stopped, stopAt } from './reading.ts'
import { type Lexicon, levelled, scan, type Token } from './scan.ts'

/** A question → its query, or the first words that cannot be read. */
export function readQuestion(text: string, words: Lexicon, today: string): { query: Query } | Stopped {
  const start = headLength(text)
  const tokens = scan(text.slice(start), words)
    .map((token) => ({ ...token, from: token.from + start, to: token.to + start }))
    .filter((token) => !isFiller(token))
  // A word nobody knows is named before a known one that it leaves hanging.
  const unknown = tokens.find((token) => token.senses.length === 0)
  if (unknown) return stopAt(unknown, unknown, 'unknown')
  const reading: Reading = {
    metric: null,
    by: null,
    filters: {},
    periods: [],
    versus: null,
    lastVersus: null,
    narrowedFrom: null,
    sequential: null,
    preceding: null,
    yearOnYear: null,
    groups: null,
    trend: null,
    rank: null,
  }
  for (let at = 0; at < tokens.length; ) {
    const step = readClause(tokens, at, reading, today, text)
    if ('stop' in step) return step
    at = step.next
  }
  return compose(reading, today)
}

const isFiller = (token: Token) => token.senses.length > 0 && token.senses.every((sense) => sense.kind === 'filler')

/** Reads the clause that begins at a token into `reading`: a metric, breakdown, filter, comparison or period. */
function readClause(tokens: readonly Token[], at: number, reading: Reading, today: string, text: string): Step {
  const token = tokens[at]
  if (!token) return { next: at + 1 }
  const timed = { today, comparing: reading.versus !== null && reading.periods.length === 0 }
  // "May" may be somebody; "May 2026" and "May–Sep" are not.
  const dated = as(token, 'month') !== null && (periodAt(tokens, at, timed)?.next ?? 0) > at + 1
  if (isAmbiguous(token) && !dated) return stopAt(token, token, 'ambiguous')

  if (as(token, 'why')) return stopAt(token, token, 'cause')
  const metric = as(token, 'metric')
  if (metric) {
    if (reading.metric && reading.metric !== metric.metric) return stopAt(token, token, 'twice')
    reading.metric = metric.metric
    return { next: at + 1 }
  }
  const breakdown = breakdownAt(tokens, at)
  if (breakdown) {
    if (reading.by && reading.by !== breakdown.value) return stopAt(token, tokens[breakdown.next - 1] ?? token, 'twice')
    reading.by = breakdown.value
    return { next: breakdown.next }
  }
  const filter = dated ? null : filterAt(tokens, at)
  if (filter && 'stop' in filter) return filter
  if (filter) {
    const { noun, ids } = filter.value
    const known = reading.filters[noun]
    // "refunds vs billing" asks for two scores, not for both together.
    if (known && reading.versus) reading.groups ??= { noun, first: token, last: tokens[filter.next - 1] ?? token }
    reading.narrowedFrom = token.from
    reading.filters[noun] = [...new Set([...(known ?? []), ...ids])]
    return { next: filter.next }
  }

  if (as(token, 'trend') || as(token, 'rank')) {
    reading[as(token, 'trend') ? 'trend' : 'rank'] ??= token
    return { next: at + 1 }
  }
  const preceding = precedingAt(tokens, at, reading, today)
  if (preceding) {
    if (reading.preceding) return stopAt(token, token, 'twice')
    const last = tokens[preceding.next - 1] ?? token
    if (preceding.value === 'otherwise') return stopAt(token, last, 'ambiguous')
    reading.preceding = { token, unit: preceding.value }
    return { next: preceding.next }
  }
  const comparison = (['versus', 'sequential', 'year-on-year'] as const).find((kind) => as(token, kind))
  if (comparison) {
    if (comparison === 'versus') {
      // "refunds vs billing vs last week" would need four scores.
      if (reading.groups) return stopAt(token, token, 'twice')
      reading.lastVersus = token
    }
    reading[comparison === 'year-on-year' ? 'yearOnYear' : comparison] ??= token
    return { next: at + 1 }
  }
  const period = periodAt(tokens, at, timed)
  if (period) {
    const last = tokens[period.next - 1] ?? token
    if ('trouble' in period.value) return stopAt(token, last, period.value.trouble)
    if (reading.periods.length === 2) return stopAt(token, last, 'twice')
    const { span, by = null } = period.value
    reading.periods.push({ span, by, words: text.slice(token.from, last.to), first: token, last })
    return { next: period.next }
  }
  return bindsNothing(token, tokens[at + 1], reading)
    ? { next: at + 1 }
    : stopAt(token, token, as(token, 'by') ? 'missing' : 'unclear')
}

/** Reads the month before, 前一周; in a comparison also "vs last", "vs previous 7 days", 对比前7天, if that is as long ('otherwise' if not). */
function precedingAt(
  tokens: readonly Token[],
  at: number,
  { versus, periods: [one] }: Reading,
  today: string,
): Read<Unit | null | 'otherwise'> | null {
  const token = tokens[at]
  const own = as(token, 'preceding')
  const before = as(token, 'last') ?? as(token, 'before')
  const length = own?.unit === null || before ? lengthAt(tokens, at + 1, today) : null
  if (versus && one && length && (own || PRIOR.includes(levelled(token?.text ?? '')))) {
    const same = one.span.unit === null && length.value.from === one.span.from && length.value.to === one.span.to
    return { value: same ? null : 'otherwise', next: length.next }
  }
  if (own) return { value: own.unit, next: at + 1 }
  return versus && one && before && at === tokens.length - 1 ? { value: null, next: at + 1 } : null
}

const PRIOR = ['previous', 'prior']

const LINKS = ['join', 'comma', 'filler', 'via', 'within']

/** Links between clauses: "this week and last week", a stray dash, the "to" of "compare October to September". */
function bindsNothing(token: Token, next: Token | undefined, reading: Reading): boolean {
  // "-telegram" may mean all but telegram.
  if (as(token, 'to') && as(next, 'value')) return false
  const dash = as(token, 'to') !== null && (reading.versus !== null || !/\p{L}/u.test(token.text))
  return dash || token.senses.some(({ kind }) => LINKS.includes(kind))
}
