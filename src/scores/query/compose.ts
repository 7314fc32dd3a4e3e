import type { Query } from '../query.ts'
import { rolling, yearBefore } from './calendar.ts'
import { type Reading, type Stopped, stopAt } from './reading.ts'

const DEFAULT_DAYS = 7

/** What was read → the query: the last seven days where no time is named, the period before where no other is compared with. */
export function compose(reading: Reading, today: string): { query: Query } | Stopped {
  const { metric, by, filters } = reading
  const base = { metric: metric ?? 'csat', by, filters } as const
  const [one, two] = reading.periods
  const { versus, sequential, yearOnYear } = reading
  if (!one || !two) {
    // "vs last week": what is? "refunds vs billing": that is a breakdown.
    if (versus && !sequential && !yearOnYear) return stopAt(versus, versus, 'missing')
    const span = one?.span ?? rolling(today, DEFAULT_DAYS, 'day')
    const before = yearOnYear ? yearBefore(span) : span.before
    if (yearOnYear && before.to >= span.from) return stopAt(yearOnYear, yearOnYear, 'overlap')
    const words = (yearOnYear ?? sequential)?.text ?? ''
    const period = { from: span.from, to: span.to, words: one?.words ?? '' }
    return { query: { ...base, period, previous: { ...before, words } } }
  }
  if (!versus || yearOnYear) return stopAt(two.first, two.last, 'twice')
  // Whichever is said first, a change runs from the earlier to the later.
  const [earlier, later] = one.span.from < two.span.from ? [one, two] : [two, one]
  if (earlier.span.to >= later.span.from) return stopAt(one.first, two.last, 'overlap')
  // "October vs last year": October of last year, or all of it?
  const uneven = earlier.span.unit === 'year' && later.span.unit !== 'year'
  if (uneven) return stopAt(earlier.first, earlier.last, 'ambiguous')
  const said = ({ span, words }: typeof one) => ({ from: span.from, to: span.to, words })
  return { query: { ...base, period: said(later), previous: said(earlier) } }
}
